// Never run here; see settings.gradle.kts.
plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.compose)
}
android {
    namespace = "hearth.app"
    compileSdk = 36
    defaultConfig {
        applicationId = "hearth.app"
        minSdk = 26
        targetSdk = 36
        versionCode = 1
        versionName = "0.1.0"
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles("proguard-rules.pro")
        }
    }
    testOptions.unitTests.isIncludeAndroidResources = true
    lint { lintConfig = rootDir.resolve("lint.xml") }
}

// The core for a phone's processors: `cargo install cargo-ndk`, and an NDK.
val native by tasks.registering(Exec::class) {
    workingDir = rootDir.parentFile
    commandLine(
        "cargo", "ndk", "--platform", "26", "-t", "arm64-v8a", "-t", "armeabi-v7a", "-t", "x86_64",
        "-o", "android/app/src/main/jniLibs", "build", "--profile", "phone", "-p", "hearth-bindings",
    )
}
tasks.named("preBuild") { dependsOn(native) }

dependencies {
    implementation(project(":ui"))
    implementation(libs.activity.compose)
    implementation(libs.lifecycle.runtime)
    implementation(libs.core.ktx)
    implementation(libs.work.runtime)
    implementation(variantOf(libs.jna) { artifactType("aar") })
    testImplementation(project(":bridge-testing"))
    testImplementation(libs.compose.test)
    testImplementation(libs.robolectric)
    testImplementation(libs.test.core)
    testImplementation(libs.test.junit)
    testImplementation(libs.work.testing)
    testImplementation(libs.coroutines.test)
    testImplementation(libs.jna)
    debugImplementation(libs.compose.test.manifest)
}
