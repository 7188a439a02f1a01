// The RequestSender port: a signed HTTP request to a receiver of the merchant's own.

export type OutgoingRequest = {
  readonly url: string;
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body: string;
  readonly contentType: string;
  /** The same in every attempt: letters, digits and underscores. It is signed, and names the request to the receiver. */
  readonly id: string;
};

export interface RequestSender {
  /** False while there is no secret to sign with: then nothing is sent. */
  readonly canSign: boolean;
  /**
   * Sends it once and gives the status of any answer of 2xx or 4xx (but 429). Throws VendorError for everything else;
   * `ambiguous` when the receiver may have acted.
   */
  send(request: OutgoingRequest): Promise<{ readonly status: number }>;
}
