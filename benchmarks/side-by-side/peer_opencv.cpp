// A peer with OpenCV as a process of its own: mean, std, min and max frame by frame, each thread a strip of rows.
#include <sys/mman.h>
#include <sys/stat.h>
#include <fcntl.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <map>
#include <opencv2/imgproc.hpp>
#include <string>
#include <thread>
#include <vector>

struct Stack {
    const char *data = nullptr;
    int type, frames, height, width;

    cv::Mat strip(int t, cv::Range rows) const {
        const size_t row = width * CV_ELEM_SIZE1(type);
        return cv::Mat(rows.size(), width, type, const_cast<char *>(data) + (static_cast<size_t>(t) * height + rows.start) * row);
    }
};

static Stack map(const std::string &file) {
    struct stat status;
    const int open_file = open(file.c_str(), O_RDONLY);
    fstat(open_file, &status);
    const char *bytes = static_cast<const char *>(mmap(nullptr, status.st_size, PROT_READ, MAP_SHARED, open_file, 0));
    Stack s;
    std::sscanf(std::strstr(bytes + 10, "'shape': (") + 10, "%d, %d, %d", &s.frames, &s.height, &s.width);
    s.type = std::strstr(bytes + 10, "|u1") ? CV_8U : std::strstr(bytes + 10, "<u2") ? CV_16U : CV_32F;
    s.data = bytes + 10 + *reinterpret_cast<const uint16_t *>(bytes + 8);
    return s;
}

static void mean(const Stack &s, cv::Range rows, cv::Mat out) {
    cv::Mat sum = cv::Mat::zeros(rows.size(), s.width, CV_32F);
    for (int t = 0; t < s.frames; t++) cv::accumulate(s.strip(t, rows), sum);
    sum.convertTo(out, CV_32F, 1.0 / s.frames);
}

static void deviation(const Stack &s, cv::Range rows, cv::Mat out) {
    cv::Mat sum = cv::Mat::zeros(rows.size(), s.width, CV_64F), squares = sum.clone();
    for (int t = 0; t < s.frames; t++) {
        cv::accumulate(s.strip(t, rows), sum);
        cv::accumulateSquare(s.strip(t, rows), squares);
    }
    cv::Mat variance = squares / s.frames - (sum / s.frames).mul(sum / s.frames);
    cv::sqrt(cv::max(variance, 0), variance);
    variance.convertTo(out, CV_32F);
}

static void minimum(const Stack &s, cv::Range rows, cv::Mat out) {
    s.strip(0, rows).copyTo(out);
    for (int t = 1; t < s.frames; t++) cv::min(s.strip(t, rows), out, out);
}

static void maximum(const Stack &s, cv::Range rows, cv::Mat out) {
    s.strip(0, rows).copyTo(out);
    for (int t = 1; t < s.frames; t++) cv::max(s.strip(t, rows), out, out);
}

int main() {
    const int threads = std::stoi(getenv("CPUS"));
    cv::setNumThreads(1);
    const std::map<std::string, void (*)(const Stack &, cv::Range, cv::Mat)> jobs = {
        {"mean", mean}, {"std", deviation}, {"min", minimum}, {"max", maximum}};
    std::map<std::string, Stack> stacks;
    for (std::string job, name; std::cin >> job >> name;) {
        if (!jobs.count(job)) {
            std::puts("- -");
            std::fflush(stdout);
            continue;
        }
        if (!stacks.count(name)) stacks[name] = map(std::string(getenv("DATA")) + "/" + name + ".npy");
        const Stack &s = stacks[name];
        const auto start = std::chrono::steady_clock::now();
        cv::Mat out(s.height, s.width, job == "mean" || job == "std" ? CV_32F : s.type);
        std::vector<std::thread> team;
        for (int i = 0; i < threads; i++) {
            const cv::Range rows(s.height * i / threads, s.height * (i + 1) / threads);
            team.emplace_back([&s, &out, rows, work = jobs.at(job)] { work(s, rows, out.rowRange(rows)); });
        }
        for (auto &thread : team) thread.join();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        std::printf("%.3f %.9e\n", took.count(), cv::sum(out)[0]);
        std::fflush(stdout);
    }
}
