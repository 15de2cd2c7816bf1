/** 年度总览. */
export function YearPage() {
  return <div className="page" />
}
