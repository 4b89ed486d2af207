#if Containers
  /// A tag of a document that libxml2 reads, or will, with its place.
  struct MarkupTag {
    let isEnd: Bool
    let isSelfClosing: Bool
    /// With its prefix.
    let name: Range<Int>
    let attributes: [StartTag.Attribute]
    let range: Range<Int>

    /// The tags of a document in order; what stands in comments, CDATA sections, instructions and the DOCTYPE is none.
    ///
    /// It judges nothing: of a document that is not well-formed it makes something, and reading that document refuses it.
    static func tags(in source: UnsafeBufferPointer<UInt8>) -> [MarkupTag] {
      var tags: [MarkupTag] = []
      var attributes: [StartTag.Attribute] = []
      var at = 0
      while at < source.count {
        guard source[at] == UInt8(ascii: "<") else {
          at += 1
          continue
        }
        if source.has("<!--", at: at) {
          at = source.firstIndex(of: "-->", from: at + 4).map { $0 + 3 } ?? source.count
        } else if source.has("<![CDATA[", at: at) {
          at = source.firstIndex(of: "]]>", from: at + 9).map { $0 + 3 } ?? source.count
        } else if source.has("<?", at: at) {
          at = source.firstIndex(of: "?>", from: at + 2).map { $0 + 2 } ?? source.count
        } else if source.has("<!", at: at) {
          at = source.firstIndex(of: ">", from: at + 2).map { $0 + 1 } ?? source.count
        } else if source.has("</", at: at) {
          let end = source.firstIndex(of: ">", from: at + 2) ?? source.count
          var nameEnd = at + 2
          while nameEnd < end, !source[nameEnd].isSpace { nameEnd += 1 }
          let next = min(end + 1, source.count)
          tags.append(
            MarkupTag(
              isEnd: true, isSelfClosing: false, name: min(at + 2, nameEnd)..<nameEnd, attributes: [], range: at..<next)
          )
          at = next
        } else if let tag = StartTag(in: source, at: at, before: source.count, attributes: &attributes) {
          tags.append(
            MarkupTag(
              isEnd: false, isSelfClosing: tag.isSelfClosing, name: tag.name, attributes: attributes,
              range: at..<tag.end))
          at = tag.end
        } else {
          at += 1
        }
      }
      return tags
    }
  }

  /// A document with its tags, and what they say.
  struct MarkupTags {
    let utf8: [UInt8]
    let tags: [MarkupTag]
    /// By tag: the index of its end tag, its own for an empty element.
    let ends: [Int]
    /// Elements that are open at once, at most.
    let depth: Int

    init(_ utf8: [UInt8]) {
      self.utf8 = utf8
      tags = utf8.withUnsafeBufferPointer { MarkupTag.tags(in: $0) }
      var ends = Array(tags.indices)
      var open: [Int] = []
      var depth = 0
      for (index, tag) in tags.enumerated() {
        if tag.isEnd {
          if let start = open.popLast() { ends[start] = index }
        } else if !tag.isSelfClosing {
          open.append(index)
          depth = max(depth, open.count)
        }
      }
      self.ends = ends
      self.depth = depth
    }

    /// The name without its prefix.
    func localName(_ tag: MarkupTag) -> String {
      let name = utf8[tag.name]
      return String(decoding: name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name, as: UTF8.self)
    }

    /// The name of an attribute, with its prefix.
    func name(_ attribute: StartTag.Attribute) -> String { String(decoding: utf8[attribute.name], as: UTF8.self) }

    /// A value with its references read.
    func value(_ attribute: StartTag.Attribute) -> String { text(attribute.value) }

    func value(_ name: String, of tag: MarkupTag) -> String? {
      tag.attributes.first { self.name($0) == name }.map(value)
    }

    /// From a start tag to the end of its element.
    func element(_ index: Int) -> Range<Int> { tags[index].range.lowerBound..<tags[ends[index]].range.upperBound }

    /// Character data between two places, references read; tags between them are left out.
    func text(_ range: Range<Int>) -> String {
      var bytes: [UInt8] = []
      utf8.withUnsafeBufferPointer { source in
        var at = range.lowerBound
        while at < range.upperBound {
          if let reference = CharacterReference(in: source, at: at, before: range.upperBound) {
            bytes.append(contentsOf: reference.utf8)
            at += reference.count
          } else {
            bytes.append(source[at])
            at += 1
          }
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
#endif
