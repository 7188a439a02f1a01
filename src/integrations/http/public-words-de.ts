// Every sentence a customer reads on our public pages, in German.
import type { PublicWords } from './public-words-en.ts';

export const german: PublicWords = {
  language: 'de',
  unsubscribe: {
    title: 'Abmelden?',
    explain: (shop) =>
      `${shop} sendet keine Angebote mehr an die Adresse, an die dieser Link ging. Nachrichten zu Ihren eigenen Bestellungen kommen weiterhin an.`,
    button: 'Abmelden',
    doneTitle: 'Sie sind abgemeldet',
    done: (shop) =>
      `${shop} sendet keine Angebote mehr an die Adresse, an die dieser Link ging. Sie können diese Seite schließen.`,
    unknownLink:
      'Dieser Link ist unvollständig oder nicht von uns. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder antworten Sie einfach auf die E-Mail.',
    badRequest: 'Bitte verwenden Sie zum Abmelden die Schaltfläche.',
  },
  offer: {
    title: 'Wie dürfen wir es wiedergutmachen?',
    greeting: (name) => `Guten Tag ${name},`,
    greetingWithoutName: 'Guten Tag,',
    explain: (orderNumber) =>
      orderNumber === null
        ? 'Ihre Rücksendung ist vermerkt. Bitte wählen Sie, was Ihnen am besten passt.'
        : `Ihre Rücksendung zur Bestellung ${orderNumber} ist vermerkt. Bitte wählen Sie, was Ihnen am besten passt.`,
    choose: 'Was wünschen Sie?',
    score: 'Wie zufrieden sind Sie mit uns?',
    scores: ['1, gar nicht', '2', '3', '4', '5, sehr'],
    comment: 'Möchten Sie uns noch etwas mitteilen?',
    optional: 'freiwillig',
    button: 'Antwort senden',
    thanksTitle: 'Vielen Dank',
    thanks:
      'Ihre Antwort liegt unserem Team vor, das sich bei Ihnen meldet. Sie können diese Seite schließen.',
    alreadyTitle: 'Sie haben bereits geantwortet',
    already:
      'Ihre Antwort liegt unserem Team vor. Wenn Sie es sich anders überlegt haben, antworten Sie einfach auf die E-Mail, in der dieser Link stand.',
    unknownTitle: 'Dieser Link funktioniert nicht',
    unknown:
      'Er ist unvollständig oder nicht von uns. Bitte öffnen Sie ihn noch einmal aus der E-Mail, oder antworten Sie einfach auf die E-Mail.',
    mustChoose: 'Bitte wählen Sie eine der Antworten.',
    badScore: 'Bitte wählen Sie eine Zahl von 1 bis 5 oder keine.',
    commentTooLong: (limit) => `Bitte schreiben Sie höchstens ${limit} Zeichen.`,
    tooLarge: 'Das war zu viel Text. Bitte kürzen Sie Ihre Nachricht.',
  },
  returns: {
    title: 'Rücksendung anfragen',
    explain: (shop) =>
      `Sagen Sie ${shop}, was nicht stimmt. Bevor Sie eine Antwort haben, wird nichts zurückgeschickt oder erstattet.`,
    order: 'Bestellnummer',
    reason: 'Was stimmt nicht?',
    reasons: {
      size_too_small: 'Zu klein',
      size_too_large: 'Zu groß',
      damaged: 'Beschädigt angekommen',
      not_as_described: 'Nicht wie beschrieben',
      wrong_item: 'Falscher Artikel geliefert',
      unwanted: 'Ich habe es mir anders überlegt',
      other: 'Etwas anderes',
    },
    note: 'Möchten Sie uns noch etwas mitteilen?',
    button: 'Anfrage senden',
    thanksTitle: 'Vielen Dank',
    thanks:
      'Ihre Anfrage liegt unserem Team vor, das sich bei Ihnen meldet. Sie können diese Seite schließen.',
    already: 'Ihre Anfrage von heute liegt uns schon vor. Unser Team meldet sich bei Ihnen.',
    mustChoose: 'Bitte wählen Sie, was nicht stimmt.',
    noOrder:
      'Unter Ihren Bestellungen finden wir diese Nummer nicht. Bitte sehen Sie noch einmal nach, oder lassen Sie sie weg.',
  },
};
