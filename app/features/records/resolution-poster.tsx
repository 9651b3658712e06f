import { useTranslation } from 'react-i18next'
import type { ResolutionView } from '#app/domain/records/resolution-view.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { PaperTools } from './paper-tools.tsx'
import { PosterFoot } from './poster-foot.tsx'
import { PosterHead } from './poster-head.tsx'
import { PosterHills } from './poster-hills.tsx'
import { usePaperWords } from './use-paper-words.ts'

type Props = {
  resolution: ResolutionView
  qrPath: { path: string; size: number }
  code: string
}

/** One sheet by the gate has room for this many; the rest is behind the QR code. */
const POINTS_SHOWN = 4
/** Characters, beyond which a line at poster size would push out what must be on the sheet. */
const LONG_TITLE = 24

/** A resolution on A3 for the notice board: nothing on it is smaller than 18 pt. */
export function ResolutionPoster({ resolution, qrPath, code }: Props) {
  const { t } = useTranslation('records')
  const language = useLanguage()
  const words = usePaperWords(resolution)
  const { content } = resolution
  const shown = content.points.slice(0, POINTS_SHOWN)
  const more = content.points.length - shown.length
  return (
    <div className="prt" data-theme="light">
      <PaperTools back={`/resolutions/${resolution.id}`} />
      <main id="main" className="sheets">
        <article className={language === 'en' ? 'a3 level' : 'a3'}>
          <PosterHills />
          <div className="fr" />
          <div className="in">
            <PosterHead
              room={content.room}
              lines={[words.organ, words.place, resolution.number]}
            />
            <p className="hl" aria-hidden="true">
              {t('paper.headline')}
            </p>
            <div className="body">
              {words.withdrawn && <p className="off">{words.withdrawn}</p>}
              <h1
                className={resolution.title.length > LONG_TITLE ? 'what long' : 'what'}
                lang="zh-CN"
              >
                {resolution.title}
              </h1>
              <p className="said" lang="zh-CN">
                {content.lead}
              </p>
              <p className="song">{words.points}</p>
              <ol lang="zh-CN">
                {shown.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ol>
              {more > 0 && <p>{t('paper.more', { count: more })}</p>}
              <p className="sum">{words.votes ?? words.noVotes}</p>
              {words.assisted && <p>{words.assisted}</p>}
              <p>{words.held}</p>
              {words.next && <p>{words.next}</p>}
            </div>
          </div>
          <PosterFoot publication={resolution} qr={qrPath} code={code} />
        </article>
      </main>
    </div>
  )
}
