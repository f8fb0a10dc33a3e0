// What the demonstration's authorities are concerned with. Invented; it describes no real authority.

export interface Theme {
  key: string;
  tag: string;
  focus: 'education' | 'social-care';
  strength: string;
  area: string;
  headline: string;
  questions: readonly [string, string, string];
  said: readonly [string, string, string];
  action: string;
  impact: string;
  measure: string;
  owner: string;
  support: string;
  enquiry: string;
}

export const THEMES: readonly Theme[] = [
  {
    key: 'neglect',
    tag: 'Neglect',
    focus: 'social-care',
    strength: 'Families get help sooner: four in five early help assessments lead to a plan within a month.',
    area: 'Help for neglected children ends too soon, and too many come back on a second plan.',
    headline: 'Help comes sooner, but does it last long enough for neglected children?',
    questions: [
      'Second plans have risen for two years. What do you know about the children whose help ended and began again?',
      'How do you know that the neglect tool is used the same way in every locality?',
      'What would a child say has changed at home six months after a plan ends?',
    ],
    said: [
      'A family worker now stays for six months after a plan ends. Forty families have been helped since April; four have come back.',
      'The neglect tool is used in all five localities, but only two audit how. A single audit is planned for the spring.',
      'Children’s views at the end of a plan are gathered by the advocacy service, not yet by social workers.',
    ],
    action: 'Every child on a second plan is reviewed by the neglect panel',
    impact: 'Children do not go back to being neglected when help ends',
    measure: 'Second plans under 20% by September, from 25%',
    owner: 'Head of Safeguarding',
    support: 'To see how others keep help going after a plan ends',
    enquiry: 'How effectively does the authority prevent children from becoming the subject of repeat child protection plans?',
  },
  {
    key: 'front-door',
    tag: 'Front door',
    focus: 'social-care',
    strength: 'Decisions at the front door are made within a day in nine cases of ten.',
    area: 'Partners do not yet share one understanding of thresholds; a third of contacts need nothing from us.',
    headline: 'A quick front door: is it also the right one?',
    questions: [
      'A third of contacts lead to nothing. What do schools and health visitors expect when they ring?',
      'Re-referrals are above the region’s. Which children come back, and after what?',
      'Who looks at the decisions to take no further action, and what have they found?',
    ],
    said: [
      'Schools know the number, but secondary schools still ring social workers they know. A termly call with head teachers has begun.',
      'Half of the children who come back do so within three months, mostly after domestic abuse notifications.',
      'Team managers review a tenth of closures each month; the Lead Member sees the results.',
    ],
    action: 'Rewrite the threshold guide with schools and health, and test it on fifty past contacts',
    impact: 'Children get the right help the first time someone asks for them',
    measure: 'Contacts that need nothing under 20% by July; re-referrals at the region’s average',
    owner: 'Assistant Director, Early Help',
    support: 'A visit to a front door where health and schools sit in the team',
    enquiry: 'How well do partners understand and apply thresholds?',
  },
  {
    key: 'placements',
    tag: 'Placement stability',
    focus: 'social-care',
    strength: 'Most children in care live in foster families, and most within twenty miles of home.',
    area: 'Too many teenagers move three times in a year, often after a placement made in an emergency.',
    headline: 'Stable for the young, unsettled for teenagers: what would keep them where they are?',
    questions: [
      'What do you know about the last three moves of the children who moved most?',
      'How early do you see that a placement is in trouble, and who comes?',
      'What has the sufficiency strategy changed for a fourteen-year-old?',
    ],
    said: [
      'Nine teenagers account for a third of the moves. Each has now a named senior manager.',
      'Carers ring the out-of-hours line, which can offer advice but no visit. A support service for evenings is being tried.',
      'Two new homes for two children each open in the spring.',
    ],
    action: 'An evening and weekend support team for foster carers of teenagers',
    impact: 'Teenagers stay where they feel at home, and at their school',
    measure: 'Three or more placements under 9% by March, from 13%',
    owner: 'Head of Corporate Parenting',
    support: 'Advice on recruiting carers for teenagers',
    enquiry: 'What is being done to improve the stability of placements for older children in care?',
  },
  {
    key: 'care-leavers',
    tag: 'Care leavers',
    focus: 'social-care',
    strength: 'We keep in touch with nearly every care leaver; personal advisers stay for years.',
    area: 'Fewer care leavers are in education, work or training than three years ago.',
    headline: 'We know our care leavers well; are we ambitious enough for them?',
    questions: [
      'Half of your care leavers are in education, work or training. What stops the other half?',
      'What does the council, as an employer, offer its own children?',
      'How do care leavers judge the local offer?',
    ],
    said: [
      'Mental health and housing are named most often. The council now guarantees an interview for care leavers.',
      'Eleven care leavers are apprentices of the council; last year there were four.',
      'The care leavers’ forum rewrote the local offer in plain words.',
    ],
    action: 'A mentor from a local employer for each care leaver who is not in education, work or training',
    impact: 'Care leavers have work that they want and can live on',
    measure: 'In education, work or training: 60% by September, from 52%',
    owner: 'Service Manager, Leaving Care',
    support: 'To learn from councils where more care leavers work',
    enquiry: 'How well are care leavers supported into education, employment and training?',
  },
  {
    key: 'send',
    tag: 'SEND',
    focus: 'education',
    strength: 'Parents say that the local offer is clear, and that they are heard when plans are drawn up.',
    area: 'Only half of education, health and care plans are finished within twenty weeks.',
    headline: 'Parents are heard; why do plans take so long?',
    questions: [
      'Half of plans are late. Where in the twenty weeks is the time lost?',
      'How good are the plans, and who says so?',
      'What do you expect of mainstream schools before a plan is asked for?',
    ],
    said: [
      'Advice from therapists comes after week eleven in most late plans. Two posts were agreed with health last month.',
      'A panel of parents and head teachers audits ten plans each term. Outcomes are clearer; health sections are not.',
      'A graduated approach was agreed with all schools in September.',
    ],
    action: 'Joint commissioning of therapy advice, with a date for each plan that health and the council both see',
    impact: 'Children with special needs get what they need while it can still help them most',
    measure: 'Plans within twenty weeks: 70% by July, from 49%',
    owner: 'Head of SEND',
    support: 'A peer review of the plan process',
    enquiry: 'How is the area improving the timeliness and quality of education, health and care plans?',
  },
  {
    key: 'workforce',
    tag: 'Workforce',
    focus: 'social-care',
    strength: 'Newly qualified social workers stay: nine in ten after two years.',
    area: 'Caseloads in two teams are too high, and a fifth of posts there are held by agency staff.',
    headline: 'A good place to begin: is it a good place to stay?',
    questions: [
      'Two teams carry a third more than the others. What does it mean for their children?',
      'What do leavers say, and who hears it?',
      'How does a team manager know that supervision has made a difference?',
    ],
    said: [
      'Both teams have two more posts from January. Visits in time fell to 81% there in the autumn and are back at 90%.',
      'Exit interviews name workload first and then parking. The Lead Member reads them each quarter.',
      'Supervision is audited each month: reflective in six of ten.',
    ],
    action: 'Managers see caseload and visits by team every week, and act within the week',
    impact: 'Children see the same social worker, who has time for them',
    measure: 'No caseload over 20; agency staff under 10% by June',
    owner: 'Principal Social Worker',
    support: 'Advice on keeping experienced social workers',
    enquiry: 'How do leaders assure themselves that caseloads allow good practice?',
  },
  {
    key: 'attendance',
    tag: 'Attendance',
    focus: 'education',
    strength: 'Results at key stage 2 have risen faster than the region’s for three years.',
    area: 'One pupil in five is persistently absent, and more of those known to social care.',
    headline: 'Schools improve; do the children who most need them attend?',
    questions: [
      'Half of the children in need miss a day in ten. Whose business is it?',
      'What have suspensions to do with it, and in which schools?',
      'What would the virtual school head do with the same duty for children in need?',
    ],
    said: [
      'Attendance is now in every child in need review. It was in one of four in the summer.',
      'Six schools account for half of suspensions. Head teachers have agreed to a managed moves panel.',
      'The virtual school has two officers for children with a social worker since September.',
    ],
    action: 'Attendance is part of every review of a child in need, with a named person at the school',
    impact: 'Children who need school most are there',
    measure: 'Persistent absence of children in need at 42% by July, from 48%',
    owner: 'Virtual School Head',
    support: 'To share data on attendance with schools each week, as others do',
    enquiry: 'How does the authority promote the attendance of vulnerable pupils?',
  },
  {
    key: 'voice',
    tag: 'Voice of the child',
    focus: 'social-care',
    strength: 'The children in care council meets the Cabinet twice a year, and things change.',
    area: 'We ask many children, but audits seldom show how what they said changed their plan.',
    headline: 'Children are asked; does it change what happens to them?',
    questions: [
      'In how many plans can you show what changed because a child said so?',
      'Who hears from children who never come to a council or a forum?',
      'What did the last complaint by a child change?',
    ],
    said: [
      'Audits found the child’s words in eight plans of ten, and their effect in three.',
      'An app was tried with sixty children; the shy ones used it most.',
      'A complaint about changes of worker led to a letter in each child’s own words at every change.',
    ],
    action: 'Each plan names one thing that the child asked for and what came of it',
    impact: 'Children see that what they say counts',
    measure: 'Effect of the child’s words found in eight audits of ten by September',
    owner: 'Head of Quality Assurance',
    support: 'Examples of plans written with children',
    enquiry: 'How does the child’s voice shape planning and practice?',
  },
];

export function themeOf(index: number, turn = 0): Theme {
  return THEMES[(index + turn * 3) % THEMES.length]!;
}
