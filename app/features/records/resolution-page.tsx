import { Link } from '@remix-run/react'
import {
  IconCircleX,
  IconMessage,
  IconPrinter,
  IconScale,
  IconArrowRight,
  IconUsers,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { localDateOf } from '#app/domain/calendar/local-date.ts'
import { settlesIt } from '#app/domain/records/resolution.ts'
import { labelOfOutcome } from '#app/domain/records/resolution-title.ts'
import type { ResolutionView } from '#app/domain/records/resolution-view.ts'
import { RecordLink } from '#app/features/recount/record-link.tsx'
import { useRuleName } from '#app/features/rules/use-rule-name.ts'
import { useFormat, useLanguage } from '#app/i18n/use-format.ts'
import { Card } from '#app/ui/card.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { Seal } from '#app/ui/seal.tsx'
import { FollowUps } from './follow-ups.tsx'
import { NoticeTag } from './notice-tag.tsx'
import { OutcomeTag } from './outcome-tag.tsx'
import { QrCode } from './qr-code.tsx'
import { ResolutionTasks } from './resolution-tasks.tsx'
import { VerdictSum } from './verdict-sum.tsx'
import './records.css'

type Props = {
  resolution: ResolutionView
  qrPath: { path: string; size: number }
  code: string
}

/** One published decision: the sentence, what, the sum, the dissent, the tasks, and what came of them. */
export function ResolutionPage({ resolution, qrPath, code }: Props) {
  const { t } = useTranslation(['records', 'terms'])
  const { t: minutesWords } = useTranslation('minutes')
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const ruleName = useRuleName()
  const { content, community, compound, withdrawn, tasks } = resolution
  const nameOf = (place: { name: string; nameEn: string }) =>
    isEnglish ? place.nameEn : place.name
  const passed = content.outcome === 'carried' || content.outcome === 'consensus'
  const base = `/c/${community.code}`
  return (
    <main id="main" className="wrapc">
      <p className="sm muted crumb">
        <Link to={base}>{nameOf(community)}</Link>
        {' › '}
        <Link to={`${base}/resolutions`}>{t('list.title')}</Link>
        {' › '}
        {nameOf(compound)}
      </p>
      <div className="doc2">
        <article className="sheet">
          <div className="ww res-h">
            <div className="ttl">
              <p className="row sm ink2 wrap">
                <b className="b">
                  {t(`terms:label.${labelOfOutcome(resolution.label, content.outcome)}`)}
                </b>
                <span>{t('resolution.number', { number: resolution.number })}</span>
                <OutcomeTag
                  outcome={content.outcome}
                  label={resolution.label}
                  withdrawn={withdrawn !== null}
                />
              </p>
              <h1 lang="zh-CN">{resolution.title}</h1>
              {passed && !withdrawn && (
                <Seal
                  size="large"
                  open={!settlesIt(content)}
                  text={t(settlesIt(content) ? 'seal.agreed' : 'seal.recommended')}
                />
              )}
            </div>
          </div>
          {withdrawn && (
            <Note tone="jujube" icon={IconCircleX}>
              <b className="b">
                {t('resolution.withdrawnOn', { day: format.fullDay(withdrawn.at) })}
              </b>
              <br />
              <span lang="zh-CN">{withdrawn.reason}</span>
            </Note>
          )}
          <p className="lead" lang="zh-CN">
            {content.lead}
          </p>
          <p className="m-only row wrap mt12">
            <NoticeTag notice={resolution.notice} />
          </p>
          <h2>{t(passed ? 'resolution.points' : 'resolution.proposed')}</h2>
          <ol className="nl" lang="zh-CN">
            {content.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ol>
          {content.nextStep && !settlesIt(content) && (
            <Note tone="dai" icon={IconArrowRight} className="mt12">
              {t('resolution.next', {
                body: t(`terms:body.${content.body}`),
                step: t(`terms:nextStep.${content.nextStep}`),
              })}
            </Note>
          )}
          <VerdictSum content={content} />
          {content.overrideReason && (
            <Note tone="amber" icon={IconUsers} className="mt12">
              {t('sum.override')}
              <span lang="zh-CN">{content.overrideReason}</span>
            </Note>
          )}
          <Note tone="stone" icon={IconScale} className="mt18">
            {content.rule && content.named && (
              <>
                {t('sum.named', {
                  name: ruleName({ id: content.rule.id, name: content.named.name }),
                  basis: content.named.legalBasis,
                })}
              </>
            )}
            {content.legalBasis && (
              <>
                {t('sum.basis')}
                <span lang="zh-CN">{content.legalBasis}</span>
                {t('sum.stop')}
              </>
            )}
            {t('sum.floored')}
          </Note>
          {content.dissent.length > 0 && (
            <>
              <h2>{t('resolution.dissent')}</h2>
              <div className="dis" lang="zh-CN">
                {content.dissent.map(({ text, answer }) => (
                  <p key={text}>
                    <b className="b">{text}</b>
                    <br />
                    {answer !== '' && (
                      <span className="ink2">{t('resolution.answer', { answer })}</span>
                    )}
                  </p>
                ))}
              </div>
            </>
          )}
          {tasks.length > 0 && <ResolutionTasks tasks={tasks} />}
          {resolution.followUps.length > 0 && <FollowUps steps={resolution.followUps} />}
        </article>
        <aside className="side">
          <Card as="section">
            <h3>{t('notice.title')}</h3>
            <NoticeTag notice={resolution.notice} large />
            <p className="sm ink2 mt12">
              {t('notice.period', {
                from: format.shortDay(new Date(`${resolution.notice.from}T00:00+08:00`)),
                until: format.shortDay(new Date(`${resolution.notice.until}T00:00+08:00`)),
                count: resolution.notice.days,
              })}
            </p>
            {community.hotline && (
              <p className="sm ink2">
                <Icon of={IconMessage} /> {t('notice.object', { phone: community.hotline })}
              </p>
            )}
          </Card>
          <section>
            <h3>{t('resolution.held')}</h3>
            <p className="sm ink2">
              {format.fullDay(new Date(content.heldAt))}
              <br />
              {nameOf(compound)} · {t(`terms:room.${content.room}`)}
              <br />
              {t('resolution.present', { present: content.present, invited: content.invited })}
            </p>
            <p className="sm muted">
              {content.presentBySide
                .map(
                  ({ side, present, invited }) =>
                    `${t(`terms:side.${side}`)} ${present}/${invited}`,
                )
                .join(' · ')}
            </p>
            {resolution.minutesId !== null && (
              <p>
                <Link className="il" to={`/minutes/${resolution.minutesId}`}>
                  {minutesWords('public.see')}
                </Link>
              </p>
            )}
            {resolution.matter && (
              <p className="sm">
                <Link className="il" to={`/matters/${resolution.matter.id}`}>
                  {t('resolution.matter', {
                    number: String(resolution.matter.number).padStart(4, '0'),
                  })}
                </Link>
              </p>
            )}
          </section>
          <Card as="section">
            <h3>{t('check.title')}</h3>
            <div className="row top">
              <QrCode {...qrPath} label={t('check.qr')} />
              <p className="sm ink2">
                {t('check.scan')}
                <br />
                <Link to={`/check?code=${code}`}>{t('check.code')}</Link>
                <br />
                <b className="b chk">{code}</b>
              </p>
            </div>
            {resolution.ballot && (
              <div className="mt12">
                <RecordLink
                  ballotId={resolution.ballot.id}
                  ballotTitle={resolution.ballot.title}
                />
              </div>
            )}
            <div className="col mt12 papers">
              <LinkButton
                to={`/resolutions/${resolution.id}/print`}
                look="line"
                size="small"
                block
                icon={IconPrinter}
              >
                {t('check.print')}
              </LinkButton>
              <LinkButton
                to={`/resolutions/${resolution.id}/print?size=a3`}
                look="line"
                size="small"
                block
                icon={IconPrinter}
              >
                {t('check.poster')}
              </LinkButton>
            </div>
            <details className="sm mt12">
              <summary>{t('check.how')}</summary>
              <p className="ink2">{t('check.howText')}</p>
              <p className="xs muted chk">
                {t('check.content', { hash: resolution.contentHash })}
              </p>
              <p className="xs muted chk">{t('check.log', { hash: content.logHash })}</p>
            </details>
            <p className="xs muted mt12">{t('check.privacy')}</p>
          </Card>
          <p className="xs muted">
            {t('resolution.publishedOn', { day: localDateOf(resolution.publishedAt) })}
          </p>
        </aside>
      </div>
    </main>
  )
}
