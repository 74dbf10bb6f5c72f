/**
 * The adapter for a path below /webhooks/: the one named exactly so, else the one whose name the path continues.
 *
 * Vendors who sign nothing carry a secret as the last part of the path, e.g. `phone/calls/stringee/<secret>`.
 */
export function adapterAt<A>(adapters: ReadonlyMap<string, A>, path: string): A | undefined {
  const exact = adapters.get(path);
  if (exact !== undefined) return exact;
  const end = path.lastIndexOf("/");
  return end === -1 ? undefined : adapters.get(path.slice(0, end));
}
