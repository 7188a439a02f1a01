// Tasks as storage keeps them.
import type { CustomerId, TaskId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import type { Task } from '../tasks/task.ts';
import type { Page } from './page.ts';

/** Which tasks of a list; `assignee` is a person, null for those that nobody has. */
export type TaskFilter = {
  readonly open?: boolean;
  readonly customerId?: CustomerId;
  readonly assignee?: string | null;
};

export interface TaskRecords {
  insert(task: Task): Promise<void>;
  get(id: TaskId): Promise<Task | null>;
  /** The soonest due first. */
  list(filter: TaskFilter, page: Page): Promise<readonly Task[]>;
  /** Any change, if the revision is still the one seen. */
  update(seen: Task, next: Task): Promise<boolean>;
  /** Open, not reminded of, and to be reminded of by this instant. */
  toRemind(at: Date): Promise<readonly Task[]>;
  /** Takes the customer and the words out of every task about them, and cancels those that are open. */
  eraseOf(
    customerId: CustomerId,
    at: Date,
  ): Promise<readonly { readonly id: TaskId; readonly channel: Channel }[]>;
}
