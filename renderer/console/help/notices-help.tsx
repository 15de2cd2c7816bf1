import { addressOf } from '../route.ts'

export function NoticesHelp() {
  return (
    <>
      <p>
        在“<a href={addressOf('/papers')}>文书</a>”里打开一场，到“公示”：
      </p>
      <ol className="steps">
        <li>
          <strong>拟定。</strong>
          检查以前是事前公示稿，检查以后是结果公示稿。电话、身份证号、住址按栏目的含义遮盖，不看数字的样子。
        </li>
        <li>
          <strong>核对。</strong>
          遮盖了什么逐条列出。自由填写的文字里，只有已经登记的电话、身份证号、住址和姓名会遮盖，其余要由人来看，单独列出，请逐条看。由另一个人核对，不能是拟定的人自己。
        </li>
        <li>
          <strong>公布。</strong>
          核对以后才生成网页、工作簿和PDF，内容一样，可以交给网站公布。核对以前内容有变化的，要重新拟定。
        </li>
      </ol>
      <p>保密抽取在公布名单以前只公示理由。演练、未经现场见证的抽取和作废的结果不公示。</p>
    </>
  )
}
