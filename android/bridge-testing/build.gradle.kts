// Never run here; see settings.gradle.kts.
plugins { alias(libs.plugins.kotlin.jvm) }

dependencies {
    api(project(":bridge"))
    implementation(libs.junit)
    implementation(libs.jna)
}
