internal import CaviardPipeline

// Before anything is read: a crash must not speak.
ProcessSafety.prepare()
CaviardCommand.main()
