// Never run here; see settings.gradle.kts. The bridge is plain Kotlin: it draws nothing.
plugins { alias(libs.plugins.kotlin.jvm) }

val root = rootDir.parentFile
val generate by tasks.registering(Exec::class) {
    workingDir = root
    commandLine("cargo", "xtask", "bindings", "kotlin")
    inputs.dir(root.resolve("bindings/src"))
    outputs.dir(root.resolve("target/bindings/kotlin"))
}
sourceSets["main"].kotlin.srcDir(generate.map { root.resolve("target/bindings/kotlin") })
dependencies {
    api(libs.kotlin.stdlib)
    api(libs.coroutines.android)
    // An app takes the AAR of it, a desk the JAR.
    compileOnly(libs.jna)
}
