# FreeXL installs no CMake package: the target Freexl::freexl, wherever header and library are.
find_path(FREEXL_INCLUDE_DIR freexl.h)
find_library(FREEXL_LIBRARY freexl)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Freexl REQUIRED_VARS FREEXL_LIBRARY FREEXL_INCLUDE_DIR)
if(Freexl_FOUND AND NOT TARGET Freexl::freexl)
  add_library(Freexl::freexl UNKNOWN IMPORTED)
  set_target_properties(Freexl::freexl PROPERTIES IMPORTED_LOCATION ${FREEXL_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${FREEXL_INCLUDE_DIR})
endif()
