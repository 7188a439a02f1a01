// Deps: every port, the clock, the id source, the log; flows ask for the least of it.

import type { ShopKey } from './events/shop-event.ts';
import type { NewId, RandomBytes } from './ids.ts';
import type { ChatRules } from './playbook/chat-rules.ts';
import type { Playbook } from './playbook/playbook.ts';
import type { AutomationTexts } from './ports/automation-texts.ts';
import type { Quarantined } from './ports/event-records.ts';
import type { LanguageModel } from './ports/language-model.ts';
import type { Log } from './ports/log.ts';
import type { MailRenderer } from './ports/mail-renderer.ts';
import type { MailWords } from './ports/mail-words.ts';
import type { Mailer } from './ports/mailer.ts';
import type { Notifier } from './ports/notifier.ts';
import type { RequestSender } from './ports/request-sender.ts';
import type { Shop } from './ports/shop.ts';
import type { Storage } from './ports/storage.ts';
import type { TextRenderer } from './ports/text-renderer.ts';
import type { ParsedDelivery } from './ports/webhook-source.ts';

export type Deps = {
  readonly storage: Storage;
  /** The connected shops by their key. */
  readonly shops: ReadonlyMap<ShopKey, Shop>;
  readonly mailer: Mailer;
  readonly requests: RequestSender;
  readonly mailRenderer: MailRenderer;
  readonly textRenderer: TextRenderer;
  readonly mailWords: MailWords;
  readonly notifier: Notifier;
  /** null: plain words are understood without one only. */
  readonly languageModel: LanguageModel | null;
  /** What is in force now; its automations change while the process runs. */
  readonly playbook: Playbook;
  readonly chatRules: ChatRules;
  readonly automationTexts: AutomationTexts;
  /** The address in links, without a slash at the end. */
  readonly publicUrl: string;
  /** The visible From of mails. */
  readonly mailFrom: string;
  readonly now: () => Date;
  readonly newId: NewId;
  readonly randomBytes: RandomBytes;
  readonly log: Log;
  /** Reads a delivery that was kept in quarantine with the code of now. */
  readonly parseQuarantined: (entry: Quarantined) => ParsedDelivery;
  /** A named point at which a test may kill the process; does nothing otherwise. */
  readonly crashpoint: (name: string) => void;
};
