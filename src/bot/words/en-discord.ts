// The few sentences that only Discord needs: its menus and forms, and what it cannot do any more.

/** Words of the Discord surface itself. */
export const discord = {
  more: (count: number) => `+${count} more`,
  moreActions: 'More actions',
  fallback: 'Discord could not show this card in full.',
};
