// Support.

package hearth.bridge

/** Something to ask for. */
data class Asked(
    /** What of the menu, by its id. */
    val item: String? = null,
    /** What of the support near me. */
    val entry: String? = null,
    /** What, in one's own words. */
    val words: String? = null,
    /** Of whom. */
    val of: String? = null,
)

/** A personal health budget, noted. */
data class Budget(
    /** Names it. */
    val id: String,
    /** The amount, as written. */
    val amount: Field,
    /** What it is for. */
    val forWhat: Field,
    /** When to look at it again. */
    val review: Field,
    /** Who looks at it again with me. */
    val reviewBy: Field,
    /** What must be said of it. */
    val notes: List<String>,
    /** Only me. */
    val onlyMe: Boolean,
)

/** Something anywhere in the plan whose day to be looked at again has come or gone. */
data class Due(
    /** What kind of entry. */
    val kind: String,
    /** Which one. */
    val id: String,
    /** "My medicines", "When I’m unwell: breathing". */
    val name: String,
    /** "It was to be looked at again by 3 October. You could ask Sam for a new date." */
    val line: String,
    /** How many days late; 0 on the day itself. */
    val lateDays: Long,
)

/** One part of the menu. */
data class MenuGroup(
    /** "To manage by myself". */
    val heading: String,
    /** What is in it. */
    val items: List<MenuItem>,
)

/** One thing on the menu. */
data class MenuItem(
    /** Its name for ever, to ask for it: one of the menu. */
    val id: String,
    /** What it is called. */
    val name: String,
    /** What it is, in one sentence. */
    val about: String,
)

/** A review to keep. */
data class NewReview(
    /** One of the choices of `review.sort`; "" where it was not said. */
    val sort: String,
    /** The person's own name for it. */
    val name: String? = null,
    /** The next date: `2026`, `2026-10` or `2026-10-03`. */
    val next: String? = null,
    /** How often, in words. */
    val interval: String? = null,
    /** Who is responsible, in words. */
    val who: String? = null,
    /** Who is responsible, if they are in People. */
    val person: String? = null,
)

/** A promise, ready to draw. */
data class Promise(
    /** Names it. */
    val id: String,
    /** What. */
    val what: Field,
    /** "The key worker, by 2 November". */
    val whoBy: String,
    /** "20 days late", "promised", "done", "asked for, not available". */
    val state: String,
    /** How many days late, where it is. */
    val lateDays: Long?,
    /** Nobody has said yet that it is done, or that it will not be. */
    val open: Boolean,
    /** It is the person's own promise. */
    val mine: Boolean,
    /** Only me. */
    val onlyMe: Boolean,
)

/** Support that was asked for. */
data class Request(
    /** Names it. */
    val id: String,
    /** What, in words: the person's own before the menu's. */
    val what: String,
    /** "Asked of the link worker, 3 October". */
    val asked: String,
    /** How it stands; "asked for, not available". */
    val state: Field,
    /** The promise that was made of it, where there is one. */
    val promise: Promise?,
    /** What came of it. */
    val note: Field,
    /** What must be said of it. */
    val notes: List<String>,
    /** Only me, itself or by its promise. */
    val onlyMe: Boolean,
)

/** A review, ready to draw. */
data class Review(
    /** Names it. */
    val id: String,
    /** "My medicines", or the person's own name for it. */
    val name: String,
    /** When it is, that it is today, or that it was to be by a date. */
    val line: String,
    /** How many days late, where it is. */
    val lateDays: Long?,
    /** The next date as written. */
    val next: Field,
    /** How often, as written. */
    val interval: Field,
    /** Who is responsible; "" where nobody is written. */
    val who: String,
    /** When it was last done. */
    val done: Field,
    /** Worth knowing. */
    val note: Field,
    /** What must be said of it. */
    val notes: List<String>,
    /** Only me. */
    val onlyMe: Boolean,
)

/** Support near me. */
data class SupportEntry(
    /** Names it. */
    val id: String,
    /** Its name. */
    val name: Field,
    /** What it is. */
    val about: Field,
    /** How to reach it. */
    val contact: Field,
    /** Only me. */
    val onlyMe: Boolean,
    /** Removed on one phone and changed on another: to be settled. */
    val unsettled: String?,
)

/** Support, ready to draw. */
data class Support(
    /** What may help: to manage by oneself, and when more help is needed. */
    val menu: List<MenuGroup>,
    /** What there is near me. */
    val nearMe: List<SupportEntry>,
    /** "Noted here. Nobody has been told.": always drawn over what I asked for. */
    val notSent: String,
    /** What I asked for, newest first. */
    val askedFor: List<Request>,
    /** Personal health budgets. */
    val budgets: List<Budget>,
)

/** Support: the calls. */
interface SupportCalls {
    /** Keeps a review. */
    suspend fun addReview(review: NewReview, by: Writer = Writer.Person): String

    /** Notes that support was asked for today. It is only noted: nothing is sent. */
    suspend fun askFor(asked: Asked, by: Writer = Writer.Person): String

    /** Notes that somebody promised what was asked for. */
    suspend fun promised(request: String, whoSaid: String, byWhen: String? = null, by: Writer = Writer.Person): String

    /** Every promise: late ones first, then by the day they are due. */
    suspend fun promises(): List<Promise>

    /** Notes that a review was done, and its next date where one was agreed. */
    suspend fun reviewDone(review: String, on: String, next: String? = null, by: Writer = Writer.Person)

    /** Every review: late ones first. */
    suspend fun reviews(): List<Review>

    /** Support: the menu, what there is near me, what I asked for, budgets. */
    suspend fun support(): Support
}

internal class CoreSupport(private val ask: Ask) : SupportCalls {
    override suspend fun addReview(review: NewReview, by: Writer) = ask.of { it.addReview(review.core(), by.core()) }

    override suspend fun askFor(asked: Asked, by: Writer) = ask.of { it.askFor(asked.core(), by.core()) }

    override suspend fun promised(request: String, whoSaid: String, byWhen: String?, by: Writer) = ask.of { it.promised(request, whoSaid, byWhen, by.core()) }

    override suspend fun promises() = ask.of { it.promises().map { one -> one.own() } }

    override suspend fun reviewDone(review: String, on: String, next: String?, by: Writer) = ask.of { it.reviewDone(review, on, next, by.core()) }

    override suspend fun reviews() = ask.of { it.reviews().map { one -> one.own() } }

    override suspend fun support() = ask.of { it.support().own() }
}

internal fun Asked.core(): hearth.core.Asked = hearth.core.Asked(
    item = item,
    entry = entry,
    words = words,
    of = of,
)

internal fun hearth.core.BudgetView.own(): Budget = Budget(
    id = id,
    amount = amount.own(),
    forWhat = forWhat.own(),
    review = review.own(),
    reviewBy = reviewBy.own(),
    notes = notes,
    onlyMe = onlyMe,
)

internal fun hearth.core.DueView.own(): Due = Due(
    kind = kind,
    id = id,
    name = name,
    line = line,
    lateDays = lateDays,
)

internal fun hearth.core.MenuGroup.own(): MenuGroup = MenuGroup(
    heading = heading,
    items = items.map { it.own() },
)

internal fun hearth.core.MenuItem.own(): MenuItem = MenuItem(
    id = id,
    name = name,
    about = about,
)

internal fun NewReview.core(): hearth.core.NewReview = hearth.core.NewReview(
    sort = sort,
    name = name,
    next = next,
    interval = interval,
    who = who,
    person = person,
)

internal fun hearth.core.PromiseView.own(): Promise = Promise(
    id = id,
    what = what.own(),
    whoBy = whoBy,
    state = state,
    lateDays = lateDays,
    open = open,
    mine = mine,
    onlyMe = onlyMe,
)

internal fun hearth.core.RequestView.own(): Request = Request(
    id = id,
    what = what,
    asked = asked,
    state = state.own(),
    promise = promise?.own(),
    note = note.own(),
    notes = notes,
    onlyMe = onlyMe,
)

internal fun hearth.core.ReviewView.own(): Review = Review(
    id = id,
    name = name,
    line = line,
    lateDays = lateDays,
    next = next.own(),
    interval = interval.own(),
    who = who,
    done = done.own(),
    note = note.own(),
    notes = notes,
    onlyMe = onlyMe,
)

internal fun hearth.core.SupportEntryView.own(): SupportEntry = SupportEntry(
    id = id,
    name = name.own(),
    about = about.own(),
    contact = contact.own(),
    onlyMe = onlyMe,
    unsettled = unsettled,
)

internal fun hearth.core.SupportView.own(): Support = Support(
    menu = menu.map { it.own() },
    nearMe = nearMe.map { it.own() },
    notSent = notSent,
    askedFor = askedFor.map { it.own() },
    budgets = budgets.map { it.own() },
)
