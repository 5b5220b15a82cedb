/**
 * What the committed topics say of the runs: bounded, folded anew from the topics at every start. Uses the contracts, the
 * gate's account of a run and Kafka's consumer.
 */
package io.soakstream.deploy.view;
