/** The part of autocannon 9 that the load run uses; the package brings no types. */
declare module "autocannon" {
  export interface RawRequest {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: Buffer;
  }
  export interface Options {
    url: string;
    connections: number;
    duration: number;
    overallRate: number;
    requests: { setupRequest: (request: RawRequest) => RawRequest }[];
  }
  export interface Result {
    errors: number;
    timeouts: number;
    non2xx: number;
    "2xx": number;
    duration: number;
    latency: { p50: number; p97_5: number; p99: number; max: number };
  }
  function autocannon(options: Options): Promise<Result>;

  // biome-ignore lint/style/noDefaultExport: it is how the package exports itself
  export { autocannon as default };
}
