// The plain text of a mail, read from its HTML.
import { describe, expect, it } from 'vitest';
import { readHtml } from '#integrations/mjml/read-html.ts';

describe('readHtml', () => {
  it.each([
    ['<p>One</p><p>two</p>', 'One\n\ntwo\n'],
    ['<div>One<br>two   three</div>', 'One\ntwo three\n'],
    ['<ul><li>One</li><li>two</li></ul>', '- One\n- two\n'],
    [
      '<a href="https://a.example/?x=1&amp;y=2"> Go\n there </a>.',
      'Go there (https://a.example/?x=1&y=2).\n',
    ],
    ['<a href="https://a.example">https://a.example</a>', 'https://a.example\n'],
    ['<a href="mailto:a@b.example">Write to us</a>', 'Write to us (a@b.example)\n'],
    [
      '<a href="https://a.example"><img alt="Shop" src="https://a.example/i.png"></a>',
      'Shop (https://a.example)\n',
    ],
    ['<div style="display:none">hidden <b>too</b></div>seen', 'seen\n'],
    ['<style>p {}</style><!--[if mso]>Outlook<![endif]--><title>no</title>seen', 'seen\n'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc\n'],
    ['5 &lt; 6 &amp;amp; &#39;7&#39;', "5 < 6 &amp; '7'\n"],
  ])('reads %s', (html, text) => {
    expect(readHtml(html).text).toBe(text);
  });

  it('lists every address, also of hidden parts', () => {
    const html = '<a href="a:1">x</a><div style="display: none"><img src="b:2"></div>';

    expect(readHtml(html).addresses).toEqual(['a:1', 'b:2']);
  });
});
