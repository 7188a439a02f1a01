// What `regulars setup` says while it walks somebody through a chat platform, in English.
import { counted } from './en-speech.ts';

/** Words of the set-up. */
export const setup = {
  usage: 'Usage: setup slack|discord',
  title: (platform: string) => `Set up ${platform}`,
  missing: (count: number) =>
    `${counted(count, 'step is', 'steps are')} open. Run this again when the next one is done.`,
  ready: (command: string) => `Everything is in place. Start with npm start, and try ${command}.`,
  posted: (channel: string, purposes: string) => `A hello card stands in ${channel} (${purposes}).`,
  notPosted: (channel: string, reason: string) =>
    `the hello could not be posted in ${channel}: ${reason}`,
  channels: 'Channels',
  people: 'People',
  slack: {
    app: 'The app',
    appHow: (page: string) =>
      `Open ${page}, choose From a manifest, pick your workspace and paste manifest.yml. Install it, and copy the Bot User OAuth Token, xoxb-…, from OAuth & Permissions into SLACK_BOT_TOKEN.`,
    appHowOverHttp: (page: string, command: string) =>
      `Open ${page}, choose From a manifest, pick your workspace and paste what this prints: ${command}. Install it, and copy the Bot User OAuth Token, xoxb-…, from OAuth & Permissions into SLACK_BOT_TOKEN.`,
    link: 'Make the app from this manifest',
    connection: 'The connection',
    connectionHow:
      'Under Basic Information → App-Level Tokens, generate a token with connections:write, xapp-…: SLACK_APP_TOKEN. With a public https address take the Signing Secret instead: SLACK_SIGNING_SECRET.',
    channelsHow:
      'Make the channels, type /invite @Regulars in each, and put their ids (at the end of a channel’s details) into team.yml, for example channels: { slack: { refunds: C0123456789, approvals: C0123456789 } }.',
    peopleHow:
      'Put your team into team.yml, for example people: [{ name: Maria, roles: [approver], slack: U0123456789 }]. A member’s id is under Copy member ID in their profile.',
  },
  discord: {
    app: 'The application',
    appHow: (page: string) =>
      `Open ${page}, press New Application, and under Bot press Reset Token: DISCORD_TOKEN. Leave the three privileged intents off. Copy the Application ID: DISCORD_APPLICATION_ID.`,
    connection: 'The server',
    connectionHow: (link: string) =>
      `Open ${link} and add the bot to your server. With Developer Mode on, a right click on the server copies its id: DISCORD_GUILD_ID.`,
    channelsHow:
      'Put the channels into team.yml, ids in quotes, for example channels: { discord: { refunds: "100000000000000001" } }. In a private channel add the bot under Edit Channel → Permissions.',
    peopleHow:
      'Put your team into team.yml, for example people: [{ name: Maria, roles: [approver], discord: "112233445566778899" }].',
  },
  hello: {
    title: 'Regulars is here',
    text: (purposes: string) => `Cards about ${purposes} will stand in this channel.`,
    try: (command: string) => `Try ${command} to see what it can do.`,
    purpose: {
      refunds: 'refund requests',
      vips: 'VIP customers',
      approvals: 'approvals',
      sales: 'sales',
      reports: 'reports',
    },
  },
};
