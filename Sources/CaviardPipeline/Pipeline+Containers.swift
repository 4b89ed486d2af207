internal import CaviardCase
internal import CaviardReading

extension Pipeline {
  /// The same case as its container is written before anything is edited: without what belongs to no story. A plain file is as
  /// it was.
  func cleaned(_ seen: SeenCase, _ source: CaseSource) throws(CaseFailure) -> SeenCase {
    guard let container = seen.text.source.container else { return seen }
    let pictures = try pictures(container)
    if container.isClean, pictures == container.attachments { return seen }
    let utf8 = Splicer().splice(seen.text.source, container.cleaning)
    let text = SourceText(utf8: seen.text.source.utf8, container: container.holding(pictures))
    let again = try look(at: source.holding(try WrittenFile.bytes(utf8, as: text, source.format)))
    guard again.text.source.container?.isClean == true else { throw CaseFailure(.unverified, detail: "not settled") }
    return again
  }

  /// A container's pictures without what they say beside their pixels, where they are kept.
  func pictures(_ container: SourceContainer) throws(CaseFailure) -> [SourceContainer.Attachment] {
    guard policy.media == .keep else { return container.attachments }
    var pictures: [SourceContainer.Attachment] = []
    for attachment in container.attachments {
      let kind = attachment.bytes.starts(with: [0xFF, 0xD8]) ? Picture.jpeg : .png
      do throws(CaseFailure) {
        pictures.append(
          SourceContainer.Attachment(path: attachment.path, bytes: try kind.withoutMetadata(attachment.bytes)))
      } catch {
        throw error.inPart(attachment.path)
      }
    }
    return pictures
  }
}
