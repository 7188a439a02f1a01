// The package's validators come without types: these are the ones used here.
declare module 'discord-api-spec/zod' {
  import type { ZodType } from 'zod';

  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodType;
  export const ApplicationCommandCreateRequestSchema: ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: ZodType;
  export const CreateTextThreadWithMessageRequestSchema: ZodType;
  export const IncomingWebhookInteractionRequestSchema: ZodType;
  export const IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: ZodType;
  export const MessageCreateRequestSchema: ZodType;
  export const MessageEditRequestPartialSchema: ZodType;
  export const ModalInteractionCallbackRequestSchema: ZodType;
  export const PongInteractionCallbackRequestSchema: ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodType;
}
