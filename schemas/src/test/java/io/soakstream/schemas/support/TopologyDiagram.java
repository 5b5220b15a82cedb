package io.soakstream.schemas.support;

import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** Draws a topology as a Mermaid flow chart: topics round, processors square, stores as drums. */
final class TopologyDiagram {
    private TopologyDiagram() {}

    static String mermaid(TopologyDescription description) {
        SortedSet<String> arrows = new TreeSet<>();
        for (Subtopology part : description.subtopologies()) {
            part.nodes().forEach(node -> draw(node, arrows));
        }
        return "flowchart LR\n  " + String.join("\n  ", arrows) + "\n";
    }

    private static void draw(Node node, SortedSet<String> arrows) {
        if (node instanceof Source source) {
            source.topicSet().forEach(topic -> arrows.add(topic(topic) + " --> " + box(node.name())));
        }
        if (node instanceof Sink sink) {
            arrows.add(box(node.name()) + " --> " + topic(sink.topic()));
        }
        if (node instanceof Processor processor) {
            processor.stores().forEach(store -> arrows.add(box(node.name()) + " <--> " + drum(store)));
        }
        node.successors().forEach(next -> arrows.add(box(node.name()) + " --> " + box(next.name())));
    }

    private static String box(String name) {
        return name + "[\"" + name + "\"]";
    }

    private static String topic(String name) {
        return name + "([\"" + name + "\"])";
    }

    private static String drum(String name) {
        return name + "[(\"" + name + "\")]";
    }
}
