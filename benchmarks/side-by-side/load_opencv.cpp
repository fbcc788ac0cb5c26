// Loads a folder of images with OpenCV in threads into one buffer that is allocated before.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <memory>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <thread>
#include <vector>

int main(int, char **argv) {
    const int threads = std::stoi(argv[2]);
    cv::setNumThreads(1);
    for (std::string job; std::getline(std::cin, job);) {
        const auto start = std::chrono::steady_clock::now();
        std::vector<std::string> files;
        for (const auto &entry : std::filesystem::directory_iterator(argv[1])) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        const cv::Mat first = cv::imread(files[0], cv::IMREAD_UNCHANGED);
        const size_t bytes = first.total() * first.elemSize();
        std::unique_ptr<unsigned char[]> out(new unsigned char[files.size() * bytes]);
        std::atomic<size_t> next{0};
        std::vector<std::thread> team;
        for (int i = 0; i < threads; i++)
            team.emplace_back([&] {
                for (size_t k; (k = next++) < files.size();) {
                    const cv::Mat image = cv::imread(files[k], cv::IMREAD_UNCHANGED);
                    std::memcpy(out.get() + k * bytes, image.data, bytes);
                }
            });
        for (auto &thread : team) thread.join();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        long long sum = 0;
        for (size_t k = 0; k < files.size(); k += 100)
            if (first.depth() == CV_16U)
                for (size_t i = 0; i < bytes / 2; i++) sum += reinterpret_cast<unsigned short *>(out.get() + k * bytes)[i];
            else
                for (size_t i = 0; i < bytes; i++) sum += out[k * bytes + i];
        std::printf("%.3f %lld\n", took.count(), sum);
        std::fflush(stdout);
    }
}
