import { Link } from '@remix-run/react'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
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
  // Without a script the browser's own menu prints.
  const [awake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  // A scanner needs four white squares round the code.
  const quiet = 4
  return (
    <main id="main" className={css.wrapPub}>
      <p className="row no-print" style={{ marginBottom: 20 }}>
        <Link className="btn line" to={`/desk/matters/${matter.id}`}>
          {t('slip.back')}
        </Link>
        {awake && (
          <Button look="primary" icon={IconPrinter} onClick={() => window.print()}>
            {common('action.print')}
          </Button>
        )}
      </p>
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
