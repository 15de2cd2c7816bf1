import { seed } from '../../../shared/draw/ceremony.ts'
import { stageKey } from '../../../shared/draw/picks.ts'
import { sha256Hex } from '../../../shared/hash/sha256.ts'

/** An example that anybody can repeat: made-up F and S, two witnesses, the first pick of a stratum of 876. */
const example = (() => {
  const freeze = sha256Hex('帮助中的例子：名单')
  const secret = sha256Hex('帮助中的例子：秘密数')
  const digits = ['305817', '946203'] as const
  const commit = sha256Hex(`SSJ-DRAW-1 commit\n${secret}\n`)
  const r = seed(freeze, secret, digits)
  const label = 'objects/GC'
  const key = stageKey(r, label)
  const hash = sha256Hex(`${key},1`)
  return { freeze, secret, digits, commit, r, label, key, hash, index: Number(BigInt(`0x${hash}`) % 876n) }
})()

export function Recompute() {
  return (
    <>
      <p>
        不必相信这个程序。每一场摇号都可以导出<strong>校验包</strong>
        ，里面有当时锁定的名单、见证数字、秘密数和结果，还有一个不联网就能用的核对网页。任何人在自己的电脑上打开网页、选择校验包，就把全部过程从头算一遍，并与签字纸面上的
        D 比对。
      </p>
      <ol className="steps">
        <li>在场次页面导出校验包，交给要核对的人；或者从纸面上的二维码读出 D。</li>
        <li>
          打开包里的核对网页（<span className="code">verify.html</span>），选择校验包。
        </li>
        <li>把签字纸面上的记录校验码 D、名单校验码 F 抄进去比对。</li>
        <li>想用别的程序再算一遍，按下面的公式即可，任何语言都行。</li>
      </ol>
      <h3>公式</h3>
      <p>H(文字) 表示文字（UTF-8）的 SHA-256，写成64位小写字符；⏎ 表示换行。</p>
      <pre className="formula">
        {`C = H("SSJ-DRAW-1 commit⏎" + S + "⏎")
F = H(锁定名单的清单)
R = H("SSJ-DRAW-1 seed⏎" + F + "⏎" + S + "⏎" + 数字1 + "⏎" + … + 数字m + "⏎")
K = H("SSJ-DRAW-1 stage⏎" + R + "⏎" + 阶段 + "⏎")
第 i 次取数（n 个里取一个）= H(K + "," + i) 当作十六进制整数，除以 n 的余数`}
      </pre>
      <p>余数从 0 起，对应名单里按编号排列的第几个；取到已抽中的就跳过，次数照样往下数。K 叫阶段密钥。</p>
      <h3>举例</h3>
      <p>下面的数是编出来的，但每一步都能照公式重算。某层有 876 个对象，两位见证人。</p>
      <dl className="terms example">
        <div>
          <dt className="code">S</dt>
          <dd className="digest">{example.secret}</dd>
        </div>
        <div>
          <dt className="code">C</dt>
          <dd className="digest">{example.commit}</dd>
        </div>
        <div>
          <dt className="code">F</dt>
          <dd className="digest">{example.freeze}</dd>
        </div>
        <div>
          <dt>见证数字</dt>
          <dd className="code">{example.digits.join('，')}</dd>
        </div>
        <div>
          <dt className="code">R</dt>
          <dd className="digest">{example.r}</dd>
        </div>
        <div>
          <dt>
            阶段 <span className="code">{example.label}</span>
          </dt>
          <dd className="digest">K = {example.key}</dd>
        </div>
        <div>
          <dt>第 1 次取数</dt>
          <dd className="digest">{example.hash}</dd>
        </div>
        <div>
          <dt>除以 876 的余数</dt>
          <dd>
            <span className="code">{example.index}</span>，即名单里的第 {example.index + 1} 个
          </dd>
        </div>
      </dl>
      <p>在装有命令行的电脑上，最后一步也可以这样算：</p>
      <pre className="formula">
        {`h=$(printf '%s,%d' "$K" 1 | sha256sum | cut -c1-64 | tr a-f A-F)
echo "ibase=16; $h % $(printf '%X' 876)" | BC_LINE_LENGTH=0 bc`}
      </pre>
    </>
  )
}
