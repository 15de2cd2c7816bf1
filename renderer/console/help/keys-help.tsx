const console = [
  [
    'Ctrl+1 到 Ctrl+9',
    '依次是首页、检查对象、执法检查人员、事项清单、回避、摇号、记录与台账、设置、帮助；浏览器占用时用 Alt+数字',
  ],
  ['Ctrl+0', '年度计划'],
  ['/', '到本页的查找框'],
  ['Tab、Shift+Tab', '到下一个、上一个可操作的地方'],
  ['↑ ↓ PageUp PageDown Home End', '在名录里移动'],
  ['回车', '打开选中的一条；在对话框里确认'],
  ['Ctrl+S', '保存文书要素、检查情况'],
  ['Alt+↑、Alt+↓', '检查情况：上一个、下一个对象'],
  ['Esc', '关闭抽屉或对话框'],
] as const
const stage = [
  ['PageDown、空格、回车', '显示已经备好的下一步'],
  ['PageUp', '只往回看，不改变任何事'],
  ['b 或 .', '屏幕变暗，再按恢复；不改变任何事'],
  ['Esc、F5', '不会丢失任何内容，重新打开还是同一画面'],
] as const

export function KeysHelp() {
  return (
    <>
      <h3>操作台</h3>
      <KeyTable rows={console} />
      <h3>大屏与翻页笔</h3>
      <KeyTable rows={stage} />
      <p>翻页笔连按、长按只算一次，两步之间至少隔 0.8 秒。</p>
    </>
  )
}

function KeyTable({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <table className="rows keys">
      <thead>
        <tr>
          <th scope="col">按键</th>
          <th scope="col">作用</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([keys, what]) => (
          <tr key={keys}>
            <td>
              <kbd>{keys}</kbd>
            </td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
