// The sign-in page, where a password is set.
import type { Route } from '#engine/ports/http.ts';
import type { Words } from '../../words/en.ts';
import type { Assets } from './assets.ts';
import { html, type Markup } from './markup.ts';
import { documentHtml } from './page.ts';
import { answerElsewhere, answerHtml, formOf } from './request.ts';
import type { Sessions } from './sessions.ts';
import type { WorkspaceWords } from './words.ts';

/** `GET` and `POST /workspace/login`, open to whoever has no session yet. */
export function createLoginRoutes(
  sessions: Sessions,
  assets: Assets,
  all: Words,
): readonly Route[] {
  const words = all.workspace;
  const page = (fault: string | null, status = 200, headers = {}) =>
    answerHtml(
      documentHtml(all, words.loginTitle, { body: loginHtml(words, fault), assets }),
      headers,
      status,
    );
  return [
    {
      method: 'GET',
      path: '/workspace/login',
      maxBodyBytes: 0,
      handle: async () => page(null),
    },
    {
      method: 'POST',
      path: '/workspace/login',
      maxBodyBytes: 4096,
      async handle(request) {
        const password = formOf(request).get('password') ?? '';
        const result = await sessions.signIn(password, request.remoteAddress);
        if (result.kind === 'welcome') return answerElsewhere('/', { 'set-cookie': result.cookie });
        if (result.kind === 'wrong') return page(words.wrongPassword, 401);
        const seconds = result.seconds;
        return page(words.tooManyAttempts(seconds), 429, { 'retry-after': String(seconds) });
      },
    },
  ];
}

/** `POST /workspace/logout` ends the session in this browser. */
export function createLogoutRoute(sessions: Sessions): Route {
  return {
    method: 'POST',
    path: '/workspace/logout',
    maxBodyBytes: 1024,
    handle: async () => answerElsewhere('/workspace/login', { 'set-cookie': sessions.farewell }),
  };
}

function loginHtml(words: WorkspaceWords, fault: string | null): Markup {
  const alert = fault === null ? null : html`<p class="fault" role="alert">${fault}</p>`;
  return html`<main class="login"><form method="post" action="/workspace/login" class="login-box"><span class="brand-mark" aria-hidden="true">R</span><h1>${words.loginTitle}</h1><p>${words.loginText}</p><label for="password">${words.password}</label><input id="password" name="password" type="password" autocomplete="current-password" required autofocus>${alert}<button class="button primary" type="submit">${words.signIn}</button></form></main>`;
}
