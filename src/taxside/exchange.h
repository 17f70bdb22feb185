#pragma once
// A request and its answer, free of the HTTP library.

#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace taxside {

struct Request {
    std::string method;
    std::string path;  ///< decoded, without the query
    std::map<std::string, std::string> query;
    std::string body;
    std::string bearer;  ///< token of the Authorization header, empty without one
    std::string ifNoneMatch;
};

struct Answer {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace taxside
