/** Placeholder. */
export function SettingsPage() {
  return <p>正在准备。</p>
}
