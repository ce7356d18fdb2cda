/** What the kernels need of WebAssembly, which neither the language's library nor a pure room's types know. */
export interface WebAssemblyLike {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: object };
}

/** A memory that an instance exports. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
