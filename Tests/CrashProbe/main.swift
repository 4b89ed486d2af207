internal import CaviardPipeline

// Traps with the words of its input at hand, as a mistake of ours would; what it prints is tested.
ProcessSafety.prepare()
let words = Array((readLine() ?? "").utf8)
let beyond = words.count + CommandLine.arguments.count
print(words[beyond])
