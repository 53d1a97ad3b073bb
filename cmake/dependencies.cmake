# Every library the program stands on; the README says what each is for.

find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(JPEG REQUIRED)
find_package(PNG REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)

pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(libxml2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset harfbuzz-icu)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(libseccomp REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(libqpdf REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(lcms2 REQUIRED IMPORTED_TARGET lcms2)

# libharu and libhyphen come without a description for CMake or pkg-config.
function(rapporteur_find_library target header library)
    find_path(${target}_include ${header} REQUIRED)
    find_library(${target}_library ${library} REQUIRED)
    add_library(${target} INTERFACE IMPORTED GLOBAL)
    target_include_directories(${target} SYSTEM INTERFACE ${${target}_include})
    target_link_libraries(${target} INTERFACE ${${target}_library})
endfunction()

rapporteur_find_library(libharu hpdf.h hpdf)
rapporteur_find_library(libhyphen hyphen.h hyphen)

# src/pdf sees libharu's document record, whose layout is the public header's: these are the versions that were tried.
set(RAPPORTEUR_LIBHARU_TRIED "2.3.0;2.4.0;2.4.3;2.4.4;2.4.5")
file(STRINGS "${libharu_include}/hpdf_version.h" libharu_version REGEX "define +HPDF_VERSION_TEXT")
string(REGEX REPLACE ".*\"([0-9]+\\.[0-9]+\\.[0-9]+).*" "\\1" libharu_version "${libharu_version}")
if(NOT libharu_version IN_LIST RAPPORTEUR_LIBHARU_TRIED)
    message(WARNING "libharu ${libharu_version} was not tried with this program; tried: ${RAPPORTEUR_LIBHARU_TRIED}")
endif()
