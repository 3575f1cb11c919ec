# The libraries of Debian 12 that we stand on, each as an imported target; their headers warn as they like.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Boost 1.81 REQUIRED)
foreach(package hiredis cpp-httplib spdlog tomlplusplus opencc icu-uc icu-i18n jemalloc)
  pkg_check_modules(${package} REQUIRED IMPORTED_TARGET ${package})
endforeach()

# Of libsmpp34 we use the PDU tables; they include each other from its own folder.
find_path(SMPP34_INCLUDE_DIR smpp34.h PATH_SUFFIXES libsmpp34 REQUIRED)
add_library(smpp34_tables INTERFACE)
target_include_directories(smpp34_tables SYSTEM INTERFACE ${SMPP34_INCLUDE_DIR})

# Asio is compiled once, in storage/redis_link/asio_impl.cpp, which halves what every file
# that uses it takes to compile.
add_library(asio INTERFACE)
target_link_libraries(asio INTERFACE Boost::headers OpenSSL::SSL Threads::Threads)
target_compile_definitions(asio INTERFACE BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED)
