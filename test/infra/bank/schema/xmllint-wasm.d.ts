// The one function of libxml2 in WebAssembly that the schema test calls.
declare module 'xmllint-wasm' {
  export const validateXML: (options: {
    readonly xml: { readonly fileName: string; readonly contents: string };
    readonly schema: string;
    readonly initialMemoryPages?: number;
    readonly maxMemoryPages?: number;
  }) => Promise<{
    readonly valid: boolean;
    readonly errors: readonly { readonly rawMessage: string }[];
  }>;
}
