// An htmx swap that changes a message in place, or adds it where it belongs. It comes in one file with htmx, because
// the first event may arrive before any other script of the page.
(() => {
  let htmxApi;

  htmx.registerExtension('message', {
    init(api) {
      htmxApi = api;
    },
    handle_swap: (style, target, fragment) =>
      style === 'message' ? swapMessages(target, fragment) : false,
  });

  /** A message that stands here is morphed, so that focus stays; a newer one is added below; an older one is not ours to add. */
  function swapMessages(target, fragment) {
    const shown = [];
    for (const message of [...fragment.children]) {
      const standing = document.getElementById(message.id);
      if (standing) {
        const holder = document.createDocumentFragment();
        holder.append(message);
        htmxApi.morph(standing, holder, false);
        shown.push(mark(document.getElementById(message.id), 'is-changed'));
      } else if (isNewest(target, message)) {
        target.append(message);
        shown.push(mark(message, 'is-new'));
      }
    }
    return shown.length > 0 ? shown : true;
  }

  function isNewest(target, message) {
    const last = [...target.querySelectorAll(':scope > [data-seq]')].at(-1);
    return !last || Number(message.dataset.seq) > Number(last.dataset.seq);
  }

  function mark(element, name) {
    element.classList.remove('is-new', 'is-changed');
    // Reading the width starts the animation anew.
    void element.offsetWidth;
    element.classList.add(name);
    return element;
  }
})();
