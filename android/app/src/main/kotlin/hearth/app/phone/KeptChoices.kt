// What the person chose for this phone, where it opens before the phone is unlocked.

package hearth.app.phone

import android.content.Context
import android.content.SharedPreferences
import android.content.res.Configuration
import hearth.app.Choices
import hearth.app.card.CardPath
import java.util.Locale
import kotlin.properties.ReadWriteProperty
import kotlin.reflect.KProperty

/** In the language that the person chose, where it is not the phone's. */
fun inChosenLanguage(base: Context): Context {
    val tag = KeptChoices(CardPath.apart(base)).language ?: return base
    val chosen = Configuration(base.resources.configuration).apply { setLocale(Locale.forLanguageTag(tag)) }
    return base.createConfigurationContext(chosen)
}

/** Kept in storage of [apart]; no word of the plan is in it. */
class KeptChoices(apart: Context) : Choices {
    private val kept: SharedPreferences = apart.getSharedPreferences("choices", Context.MODE_PRIVATE)

    init {
        // What the practice is called was kept here once, in clear.
        if (kept.contains("linking")) kept.edit().remove("linking").apply()
    }

    override var lock by yesNo("lock")
    override var reminders by yesNo("reminders")
    override var wifiOnly by yesNo("wifi_only")
    override var widgetLines by yesNo("widget_lines")
    override var language: String?
        get() = kept.getString("language", null)
        set(value) = kept.edit().putString("language", value).apply()

    private fun yesNo(name: String) = object : ReadWriteProperty<KeptChoices, Boolean> {
        override fun getValue(thisRef: KeptChoices, property: KProperty<*>) = kept.getBoolean(name, false)
        override fun setValue(thisRef: KeptChoices, property: KProperty<*>, value: Boolean) =
            kept.edit().putBoolean(name, value).apply()
    }
}
