# How every library, executable and test of ours is compiled. Sets nothing that a caller sees but its functions.

# Warnings are errors, exceptions are off, and includes start at the repository's root.
function(larder_compile_options target)
    cmake_parse_arguments(ARG "EXCEPTIONS" "" "" ${ARGN})
    target_compile_features(${target} PUBLIC cxx_std_20)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${target} PRIVATE
        QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII
        QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
        -Wno-sign-conversion -Werror -Werror=unused-result)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # g++ 12 says it of every moved std::variant at -O2 (GCC bug 105562 and its kin).
        target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
    endif()
    if(NOT ARG_EXCEPTIONS)
        target_compile_options(${target} PRIVATE -fno-exceptions)
    endif()
    if(LARDER_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${LARDER_SANITIZE} -fno-omit-frame-pointer -g)
        target_link_options(${target} PUBLIC -fsanitize=${LARDER_SANITIZE})
    endif()
endfunction()

# larder_library(name SOURCES … PUBLIC … PRIVATE …): a static library, also known as Larder::<name without larder_>.
function(larder_library target)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${target} STATIC ${ARG_SOURCES})
    larder_compile_options(${target})
    target_link_libraries(${target} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
    if(LARDER_PCH)
        target_precompile_headers(${target} PRIVATE ${PROJECT_SOURCE_DIR}/packaging/cmake/pch.h)
    endif()
endfunction()

# larder_test(path/of_test.cpp LABEL unit LIBRARIES …): one executable and one ctest, named for its path below tests/.
# Tests may throw, because RapidCheck does; what they test may not. Those labelled pg or faults share a PostgreSQL.
function(larder_test source)
    cmake_parse_arguments(ARG "" "LABEL;TIMEOUT;NAME" "LIBRARIES;PROPERTIES;SOURCES" ${ARGN})
    file(RELATIVE_PATH relative ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR}/${source})
    string(REGEX REPLACE "(_test)?\\.cpp$" "" name ${relative})
    string(REPLACE "/" "." name ${name})
    if(ARG_NAME) # the same source once more, compiled with other definitions
        set(name ${ARG_NAME})
    endif()
    add_executable(${name} ${source} ${ARG_SOURCES})
    larder_compile_options(${name} EXCEPTIONS)
    target_compile_options(${name} PRIVATE -Wno-conversion)
    target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_LIBRARIES})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LARDER_TEST_POSTGRES=${LARDER_TEST_POSTGRES}"
        ${ARG_PROPERTIES})
    if(ARG_LABEL MATCHES "^(pg|faults)$")
        set_property(TEST ${name} APPEND PROPERTY FIXTURES_REQUIRED postgres)
    endif()
endfunction()
