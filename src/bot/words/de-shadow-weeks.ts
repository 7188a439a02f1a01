// The week of an automation in shadow, in German.
import type { Words } from './en.ts';

/** Words of its card. */
export const shadowWeeks: Words['shadowWeeks'] = {
  title: (automation) => `Im Schatten: ${automation}`,
  span: (from, to) => [
    'Was sie getan hätte, vom ',
    from,
    ' bis zum ',
    to,
    '. Es wurde nichts gesendet oder geändert.',
  ],
  nobody: 'Sie hätte niemanden getroffen. Eine Rückrechnung zeigt, wen sie davor getroffen hätte.',
  mails: 'E-Mails',
  codes: 'Rabattcodes',
  codesWorth: (codes, cost) => `${codes}, mögliche Kosten ${cost}`,
  byDay: 'Auslösungen je Tag',
  day: 'Tag',
  examples: 'Zuletzt',
  atMost:
    'Mails, Codes und Freigaben sind das Höchste, was daraus geworden wäre: Einwilligung, Obergrenzen, Wartezeiten und Budgets wurden nicht gefragt.',
  now: 'Jetzt ist sie',
  goLive: 'Live schalten …',
};
