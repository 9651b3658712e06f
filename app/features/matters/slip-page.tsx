import { useTranslation } from 'react-i18next'
import { PrintHead } from '#app/ui/print-head.tsx'
import { matterNumber } from './matter-marks.ts'
import css from './matters.module.css'

type Props = {
  matter: { id: string; number: number; title: string; compoundName: string }
  kind: 'task' | 'visit'
  qr: { path: string; size: number }
  hotline: string | null
}

/** A slip of paper to cut out: what to scan, what for, and whom to call instead. */
export function SlipPage({ matter, kind, qr, hotline }: Props) {
  const { t } = useTranslation('matters')
  const { t: common } = useTranslation('common')
  // A scanner needs four white squares round the code.
  const quiet = 4
  return (
    <main id="main" className={css.wrapPub}>
      <PrintHead
        back={{ to: `/desk/matters/${matter.id}`, label: t('slip.back') }}
        print={common('action.print')}
      />
      <section className={css.slip}>
        <svg
          viewBox={`${-quiet} ${-quiet} ${qr.size + 2 * quiet} ${qr.size + 2 * quiet}`}
          shapeRendering="crispEdges"
          role="img"
          aria-label={t(`slip.${kind}`)}
        >
          <path d={qr.path} fill="#000" />
        </svg>
        <div>
          <p className="sm">{t('number', { number: matterNumber(matter.number) })}</p>
          <h1 className="song" style={{ fontSize: '1.25rem' }}>
            {matter.title}
          </h1>
          <p className="sm">{matter.compoundName}</p>
          <p className="b" style={{ marginTop: 6 }}>
            {t(`slip.${kind}`)}
          </p>
        </div>
        <p>
          {t('slip.noPhone')} {hotline && t('slip.hotline', { phone: hotline })}
        </p>
      </section>
    </main>
  )
}
