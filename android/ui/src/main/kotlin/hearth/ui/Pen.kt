// What a screen may write with: boxes that open, are half typed in, and are kept; lines switched on and off.

package hearth.ui

import hearth.bridge.Field

/** One field of one entry. [date]: it holds a day, and is typed as one. */
class Spot(val kind: String, val id: String, val field: String, val date: Boolean = false) {
    /** The name of its box. */
    val box = "$kind/$id/$field/"
}

/**
 * The pen of one screen. Boxes have names: one that ends in `/` may be open, those whose names
 * begin with it are in it. Nothing is written before it is kept, and what is half typed stays.
 */
interface Pen {
    /** Whether this box is open. */
    fun isOpen(box: String): Boolean

    /** What is half typed in a box. */
    fun typed(box: String): String
    fun type(box: String, text: String)

    /** What went wrong with a box, until something else is typed in it. */
    fun trouble(box: String): String?

    /** Opens an empty box. */
    fun open(box: String)

    /** Opens the box of a field with the words that stand in it. */
    fun change(spot: Spot, field: Field)

    /** Closes a box and forgets what was half typed in it. */
    fun leave(box: String)

    /** Keeps what is typed in the box of a field, over what was seen when it was opened. */
    fun keep(spot: Spot)

    /** Writes a choice, or takes it back. */
    fun choose(spot: Spot, word: String?)

    /** Switches something on or off. */
    fun switch(spot: Spot, on: Boolean)

    fun onlyMe(kind: String, id: String, on: Boolean)

    /** Removes an entry, with a way to undo it. */
    fun remove(kind: String, id: String)

    /** Keeps an entry that was removed on another phone. */
    fun keepHere(kind: String, id: String)

    /** To the two versions of a field, to what others suggest, to its earlier versions. */
    fun settle(spot: Spot)
    fun suggestions()
    fun history(spot: Spot)
}
