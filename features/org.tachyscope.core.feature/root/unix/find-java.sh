# shellcheck shell=sh
# Finds Java 25 or newer with the Vector API. Sourced by the start script and, in the source tree, by mvnw.
#
#   find_java java   sets JAVA_HOME to a home with bin/java, or returns 1
#   find_java javac  the same for a JDK that can compile
#
# Order: a runtime beside this file, JAVA_HOME, the path, then the places where Linux distributions, SDKMAN and macOS put
# JDKs. Only release files are read: starting each candidate would cost more than the program itself.

java_fits() { # HOME TOOL
    [ -x "$1/bin/$2" ] && [ -r "$1/release" ] || return 1
    java_version=
    java_modules=
    while IFS='=' read -r key value; do
        value=${value#\"}
        case $key in
            JAVA_VERSION) java_version=${value%\"*} ;;
            MODULES) java_modules=" ${value%\"*} " ;;
        esac
    done <"$1/release"
    java_major=${java_version%%[!0-9]*}
    [ "${java_major:-0}" -ge 25 ] || return 1
    case $java_modules in
        '' | *' jdk.incubator.vector '*) JAVA_HOME=$1 ;;
        *) return 1 ;;
    esac
}

find_java() { # TOOL [DIRECTORY OF A PRIVATE RUNTIME]
    if [ -n "${2:-}" ] && java_fits "$2" "$1"; then return 0; fi
    if [ -n "${JAVA_HOME:-}" ] && java_fits "$JAVA_HOME" "$1"; then return 0; fi
    java_found=$(command -v "$1" 2>/dev/null) && java_found=$(readlink -f "$java_found" 2>/dev/null) \
        && java_fits "${java_found%/bin/"$1"}" "$1" && return 0
    for java_found in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk/* /opt/*jdk* /opt/*java* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        java_fits "$java_found" "$1" && return 0
    done
    if [ -x /usr/libexec/java_home ]; then
        java_found=$(/usr/libexec/java_home -F -v 25+ 2>/dev/null) && java_fits "$java_found" "$1" && return 0
    fi
    return 1
}

# shellcheck disable=SC2034 # for the sourcing script
java_missing="no JDK 25 found in JAVA_HOME, on the path or where Linux and macOS keep JDKs: install one \
(Debian: temurin-25-jdk or openjdk-25-jdk, Fedora: java-25-openjdk-devel, macOS: brew install openjdk@25) or set JAVA_HOME"
