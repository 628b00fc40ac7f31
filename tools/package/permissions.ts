/** The parts of a manifest that give rights. */
export interface RightsOfManifest {
  readonly permissions?: readonly string[];
  readonly optional_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly web_accessible_resources?: readonly unknown[];
  readonly externally_connectable?: unknown;
}

/** Every right that a build may ask for; `PRIVACY.md` explains each, and a test holds the two together. */
export const EXPLAINED = {
  permissions: [
    'activeTab',
    'contextMenus',
    'offscreen',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ],
  optional_permissions: ['tabs'],
  optional_host_permissions: ['*://*/*'],
} as const;

/** What a manifest asks for that nobody has explained, in words; empty when all is well. */
export function unexplained(manifest: RightsOfManifest, readerHosts: ReadonlySet<string>): readonly string[] {
  return [
    ...beyond(manifest.permissions, EXPLAINED.permissions),
    ...beyond(manifest.optional_permissions, EXPLAINED.optional_permissions),
    ...beyond(manifest.optional_host_permissions, EXPLAINED.optional_host_permissions),
    ...(manifest.host_permissions ?? []).filter((host) => !readerHosts.has(host)),
    ...((manifest.web_accessible_resources ?? []).length > 0 ? ['web_accessible_resources'] : []),
    ...(manifest.externally_connectable === undefined ? [] : ['externally_connectable']),
  ];
}

const beyond = (asked: readonly string[] = [], known: readonly string[]): readonly string[] =>
  asked.filter((right) => !known.includes(right));
