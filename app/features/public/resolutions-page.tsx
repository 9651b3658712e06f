import { useTranslation } from 'react-i18next'
import type { PublicFrameView } from '#app/domain/records/public-view.ts'
import type { ResolutionPage } from '#app/domain/records/resolution-view.ts'
import type { OutcomeLabel } from '#app/domain/voting/authority.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Choices, ListHead } from './list-head.tsx'
import { Pager } from './pager.tsx'
import { usePlaceName } from './place-name.ts'
import css from './public.module.css'
import { ResolutionRows } from './resolution-rows.tsx'

/** What a public page can be narrowed to; an agreement of mediation is never public. */
export const PUBLIC_LABELS = [
  'resolution',
  'agreement',
  'recommendation',
  'work-order',
  'referral',
  'advice',
] as const satisfies readonly OutcomeLabel[]

export type ResolutionChoice = (typeof PUBLIC_LABELS)[number] | 'on-notice' | null

type Props = { frame: PublicFrameView; choice: ResolutionChoice; found: ResolutionPage }

/** Everything a community's sessions decided and published. */
export function ResolutionsPage({ frame, choice, found }: Props) {
  const { t } = useTranslation('public')
  const { t: terms } = useTranslation('terms')
  const name = usePlaceName()
  const here = `/c/${frame.community.code}/resolutions`
  return (
    <main id="main" className="wrapc">
      <ListHead
        title={t('resolutions.title')}
        lead={t('resolutions.lead', { community: name(frame.community) })}
      >
        <Choices
          label={t('resolutions.filter')}
          items={[
            { to: here, label: t('filter.all'), current: choice === null },
            {
              to: `${here}?show=on-notice`,
              label: t('resolutions.onNotice', { count: found.onNotice }),
              current: choice === 'on-notice',
            },
            ...PUBLIC_LABELS.map((label) => ({
              to: `${here}?show=${label}`,
              label: terms(`label.${label}`),
              current: choice === label,
            })),
          ]}
        />
      </ListHead>
      <section className={css.list} aria-label={t('resolutions.list')}>
        <p className="muted sm">{t('resolutions.count', { count: found.total })}</p>
        {found.lines.length > 0 ? (
          <ResolutionRows lines={found.lines} level={2} />
        ) : (
          <EmptyState level={2} title={t(choice ? 'empty.filtered' : 'empty.resolutions')}>
            {t(choice ? 'empty.filteredBody' : 'empty.resolutionsBody')}
          </EmptyState>
        )}
        <Pager page={found.page} pages={found.pages} />
      </section>
    </main>
  )
}
