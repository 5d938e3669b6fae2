// The usual way for an Android workstation. Written and read over, but never run where
// the project is built: there `cargo xtask android` does the same from the same versions.
pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}
dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
    }
}
rootProject.name = "hearth"
include(":bridge", ":bridge-testing", ":ui", ":app")
