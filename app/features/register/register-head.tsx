import { useTranslation } from 'react-i18next'
import type { Compound } from '#app/domain/organisation/community.ts'
import { useLanguage } from '#app/i18n/use-format.ts'
import { SegmentedLinks } from '#app/ui/segmented.tsx'
import css from './register.module.css'

type Props = {
  compounds: readonly Compound[]
  compoundId: string
  tab: 'units' | 'rolls' | 'rules'
}

const PATHS = {
  units: '/desk/register',
  rolls: '/desk/register/rolls',
  rules: '/desk/register/rules',
}

/** The name of the register's pages, whose compound it is, and the three pages of it. */
export function RegisterHead({ compounds, compoundId, tab }: Props) {
  const { t } = useTranslation('register')
  const isEnglish = useLanguage() === 'en'
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </div>
      </header>
      <div className={css.head}>
        <SegmentedLinks
          label={t('which')}
          items={compounds.map((each) => ({
            to: `${PATHS[tab]}?compound=${each.id}`,
            label: isEnglish ? each.nameEn : each.name,
            current: each.id === compoundId,
          }))}
        />
        <SegmentedLinks
          label={t('tab.label')}
          items={(['units', 'rolls', 'rules'] as const).map((each) => ({
            to: `${PATHS[each]}?compound=${compoundId}`,
            label: t(`tab.${each}`),
            current: each === tab,
          }))}
        />
      </div>
    </>
  )
}
