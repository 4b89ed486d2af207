print("caviard")
