// The indicators that a pack may show. Polarity is contestable: an indicator with `none` is never ranked or coloured.
// Words and units follow the published collections (children in need census, SSDA903, workforce census, key stages, SEN2).

/** key, name, unit, which direction is better */
export type IndicatorFacts = readonly [key: string, name: string, unit: string, polarity: 'higher' | 'lower' | 'none'];

export const INDICATORS: Readonly<Record<string, readonly IndicatorFacts[]>> = {
  'Front door': [
    ['referrals', 'Referrals to children’s social care', 'per 10,000', 'none'],
    ['re-referrals', 'Re-referrals within 12 months', '%', 'lower'],
    ['referrals-no-further-action', 'Referrals closed with no further action', '%', 'none'],
  ],
  Assessment: [
    ['assessments-in-45-days', 'Assessments completed within 45 working days', '%', 'higher'],
  ],
  'Child protection': [
    ['section-47-enquiries', 'Section 47 enquiries started', 'per 10,000', 'none'],
    ['initial-conferences', 'Initial child protection conferences', 'per 10,000', 'none'],
    ['conferences-in-15-days', 'Initial child protection conferences held within 15 working days of the start of a section 47 enquiry', '%', 'higher'],
    ['child-protection-plans', 'Child protection plans at 31 March', 'per 10,000', 'none'],
    ['plans-started', 'Child protection plans starting in the year', 'per 10,000', 'none'],
    ['repeat-plans', 'Plans that are a second or subsequent plan', '%', 'lower'],
    ['plans-open-two-years', 'Plans open 2 years or more at 31 March', '%', 'lower'],
    ['plans-lasted-two-years', 'Plans ending in the year that had lasted 2 years or more', '%', 'lower'],
    ['reviews-in-time', 'Child protection cases reviewed within required timescales', '%', 'higher'],
  ],
  'Children in need': [
    ['children-in-need', 'Children in need at 31 March', 'per 10,000', 'none'],
  ],
  'Care proceedings': [
    ['care-applications', 'Care applications (Cafcass)', 'per 10,000', 'none'],
  ],
  'Children in care': [
    ['children-looked-after', 'Children looked after at 31 March', 'per 10,000', 'none'],
    ['entering-care', 'Children starting to be looked after', 'per 10,000', 'none'],
    ['leaving-care', 'Children ceasing to be looked after', 'per 10,000', 'none'],
    ['unaccompanied-children', 'Children in care who are unaccompanied asylum-seeking children', '%', 'none'],
    ['three-placements', 'Children in care with 3 or more placements in the year (short-term stability)', '%', 'lower'],
    ['long-term-stability', 'Children in care in the same placement for 2 years or more (long-term stability)', '%', 'higher'],
    ['placed-far-from-home', 'Children in care placed more than 20 miles from home and outside the authority’s boundary', '%', 'lower'],
    ['foster-placements', 'Children in care in foster placements', '%', 'higher'],
    ['residential-placements', 'Children in care in secure homes or children’s homes', '%', 'none'],
    ['school-moves', 'Children in care with a mid-year school move', '%', 'lower'],
    ['changes-of-social-worker', 'Children in care with 3 or more social workers in the year', '%', 'lower'],
    ['convictions', 'Children in care for 12 months or more who were convicted or cautioned', '%', 'lower'],
  ],
  'Children in care: health': [
    ['health-checks', 'Children in care with an annual health check', '%', 'higher'],
    ['dental-checks', 'Children in care with a dental check', '%', 'higher'],
    ['immunisations', 'Children in care with up-to-date immunisations', '%', 'higher'],
    ['emotional-wellbeing', 'Children in care, average score on the strengths and difficulties questionnaire', 'score, 0 to 40', 'lower'],
  ],
  'Virtual school': [
    ['looked-after-key-stage-2', 'Children in care at the key stage 2 expected standard in reading, writing and maths', '%', 'higher'],
    ['looked-after-attainment-8', 'Children in care, average Attainment 8', 'points', 'higher'],
    ['looked-after-persistent-absence', 'Children in care who are persistently absent', '%', 'lower'],
  ],
  Permanence: [
    ['adopted', 'Children leaving care who were adopted', '%', 'higher'],
    ['special-guardianship', 'Children leaving care through a special guardianship order', '%', 'none'],
  ],
  'Care leavers': [
    ['care-leavers-accommodation', 'Care leavers aged 19 to 21 in suitable accommodation', '%', 'higher'],
    ['care-leavers-eet', 'Care leavers aged 19 to 21 in education, employment or training', '%', 'higher'],
    ['care-leavers-out-of-touch', 'Care leavers aged 19 to 21 not in touch with the authority', '%', 'lower'],
    ['staying-put', 'Care leavers aged 19 to 20 staying put with a former foster carer', '%', 'higher'],
  ],
  Workforce: [
    ['vacancies', 'Social worker vacancy rate', '%', 'lower'],
    ['turnover', 'Social worker turnover rate', '%', 'lower'],
    ['agency-workers', 'Agency social workers', '%', 'lower'],
    ['caseloads', 'Average cases per social worker', 'cases per full-time social worker', 'lower'],
    ['sickness-absence', 'Social worker sickness absence rate', '%', 'lower'],
  ],
  'Education: early years': [
    ['good-level-of-development', 'Early years foundation stage: good level of development', '%', 'higher'],
    ['two-year-old-places', 'Two-year-olds taking up funded early education', '%', 'higher'],
  ],
  'Education: primary': [
    ['phonics', 'Year 1 phonics expected standard', '%', 'higher'],
    ['key-stage-2', 'Key stage 2 expected standard in reading, writing and maths', '%', 'higher'],
    ['key-stage-2-disadvantaged', 'Key stage 2 reading, writing and maths expected standard, disadvantaged pupils', '%', 'higher'],
  ],
  'Education: secondary': [
    ['attainment-8', 'Attainment 8', 'points', 'higher'],
    ['progress-8', 'Progress 8', 'score', 'higher'],
    ['grade-5-english-maths', 'Grade 5 or above in English and maths', '%', 'higher'],
  ],
  'Education: post-16': [
    ['level-3-at-19', 'Level 3 by age 19', '%', 'higher'],
    ['neet-or-not-known', '16 and 17 year olds not in education, employment or training, or not known', '%', 'lower'],
  ],
  'Education: inclusion': [
    ['persistent-absence', 'Persistent absence, all pupils', '%', 'lower'],
    ['children-in-need-absence', 'Persistent absence, children in need', '%', 'lower'],
    ['permanent-exclusions', 'Permanent exclusions', '%', 'lower'],
    ['suspensions', 'Suspensions', '%', 'lower'],
  ],
  SEND: [
    ['ehc-plans', 'Pupils with an EHC plan', '%', 'none'],
    ['ehc-plans-in-20-weeks', 'New EHC plans issued within 20 weeks, exceptions left out', '%', 'higher'],
    ['tribunal-appeals', 'SEND Tribunal appeal rate', '%', 'lower'],
  ],
  'Youth justice': [
    ['first-time-entrants', 'First-time entrants to youth justice', 'per 100,000 aged 10 to 17', 'lower'],
  ],
  Health: [
    ['injury-admissions', 'Emergency admissions for injuries aged 0 to 14', 'per 10,000', 'lower'],
  ],
  Context: [
    ['child-poverty', 'Children under 16 in relative low-income families', '%', 'none'],
  ],
};
