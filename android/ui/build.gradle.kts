// Never run here; see settings.gradle.kts.
plugins {
    alias(libs.plugins.android.library)
    alias(libs.plugins.compose)
}
android {
    namespace = "hearth.ui"
    compileSdk = 36
    defaultConfig { minSdk = 26 }
    lint { lintConfig = rootDir.resolve("lint.xml") }
}
dependencies {
    api(project(":bridge"))
    api(libs.compose.ui)
    api(libs.compose.foundation)
    api(libs.compose.material3)
    testImplementation(libs.junit)
}
