### Support: a menu of what may help, what there is near me, what I asked for, and a personal health budget.

support-title = Support
support-menu = What may help
support-for-myself = To manage by myself
support-more-help = When I need more help
support-near-me = Near me
support-asked-for = What I asked for
support-ask = Ask for this

choice-request-item-patient-education = Learning about my condition
choice-request-item-information-prescription = Written information, chosen for me
choice-request-item-weight = Help with my weight
choice-request-item-health-trainer = A health trainer
choice-request-item-stop-smoking = Help to stop smoking
choice-request-item-exercise = Exercise
choice-request-item-pulmonary-rehabilitation = Breathing and exercise course (pulmonary rehabilitation)
choice-request-item-coaching = Health coaching
choice-request-item-community = Groups and people like me
choice-request-item-helpline = A helpline
choice-request-item-telehealth = Care by phone or screen (telehealth)
choice-request-item-arts = Arts for health
choice-request-item-social-prescribing = A link worker (social prescribing)
choice-request-item-problem-solving = Help to solve one problem
choice-request-item-case-management = One person to look after my whole case
choice-request-item-team-assessment = A team to look at everything together
choice-request-item-housing = Help with housing
choice-request-item-home-care = Care at home
choice-request-item-reablement = Help to do things for myself again (reablement)
choice-request-item-befriending = A befriender
choice-request-item-falls-group = A steady-on-your-feet group
choice-request-item-telecare = Alarms and other devices at home (telecare)
choice-request-item-residential-care = A care home
choice-request-item-coordination = Health and social care that work together
choice-request-item-advance-planning = Planning ahead
choice-request-item-end-of-life-care = Care at the end of life

support-about-patient-education = A course or a talk about living with what you have.
support-about-information-prescription = Leaflets, pages or films that fit your questions.
support-about-weight = Somebody to help you eat and move in a way that suits you.
support-about-health-trainer = Somebody who helps you make a change, step by step.
support-about-stop-smoking = People and products that help you to stop.
support-about-exercise = A class, a walk or a gym, at your own pace.
support-about-pulmonary-rehabilitation = A course for people whose lungs make them breathless.
support-about-coaching = Talks that help you find your own way to your goals.
support-about-community = Clubs, walking groups, and people who live with the same thing.
support-about-helpline = Somebody to ring with a question.
support-about-telehealth = Care without going there, by phone, video or a device.
support-about-arts = Singing, painting, dancing or making things, with others.
support-about-social-prescribing = Somebody who knows what there is nearby, for money, work, company and more.
support-about-problem-solving = Somebody to look at one thing with you until it is solved.
support-about-case-management = Somebody who knows all of it and keeps it together.
support-about-team-assessment = A nurse, a therapist, a social worker and others look at it with you.
support-about-housing = A safer home, changes to it, or sheltered housing.
support-about-home-care = Somebody who comes in to help you wash, dress, eat or take medicines.
support-about-reablement = Some weeks of help at home, to get your strength and skills back.
support-about-befriending = Somebody who visits or rings for company.
support-about-falls-group = Exercise that helps you to stay steady.
support-about-telecare = An alarm to wear, or sensors that call for help.
support-about-residential-care = A place to live where there is always somebody.
support-about-coordination = One plan across health, social care and others, so you tell it once.
support-about-advance-planning = Talking about what you would like later, while you can say so.
support-about-end-of-life-care = Comfort and company in the last part of life, for you and those near you.

choice-request-state-asked = asked for
choice-request-state-begun = begun
choice-request-state-not-available = asked for, not available
choice-request-state-no-longer-needed = not needed any more

support-asked-of = Asked of { $who }, { $date }
support-asked-of-no-date = Asked of { $who }, no date given
support-asked = Asked for, { $date }
support-asked-no-date = Asked for, no date given

support-budget = My personal health budget
support-budget-for = For { $what }
support-budget-empty = no amount written
