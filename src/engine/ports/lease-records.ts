// What only one of several processes may hold at a time.

export interface LeaseRecords {
  /** Takes a lease that is free, run out or one's own, until an instant; false while somebody else holds it. */
  take(name: string, holder: string, now: Date, until: Date): Promise<boolean>;
  /** Gives a lease back, if it is still one's own. */
  release(name: string, holder: string): Promise<void>;
  /** Frees every lease: for a process that knows it is alone. */
  releaseAll(): Promise<void>;
}
