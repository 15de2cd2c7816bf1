/** What the window shows where it cannot find the core at all. */
export function StartFault() {
  return (
    <main className="start-fault">
      <h1>操作台没有连上程序</h1>
      <p>数据没有受到影响。请关闭这个窗口，从“双随机”程序重新打开操作台。</p>
      <p>仍然打不开时，请退出程序再启动；如果另一个窗口正在使用同一个数据文件夹，先关闭那一个。</p>
    </main>
  )
}
