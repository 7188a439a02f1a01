// The part of MJML we use; the package ships no types.
declare module 'mjml' {
  type MjmlProblem = { readonly line: number; readonly message: string; readonly tagName: string };
  type MjmlResult = { readonly html: string; readonly errors: readonly MjmlProblem[] };
  type MjmlOptions = {
    readonly validationLevel: 'soft';
    readonly ignoreIncludes: true;
    readonly fonts: object;
  };
  function mjmlToHtml(source: string, options: MjmlOptions): Promise<MjmlResult>;
  export = mjmlToHtml;
}
